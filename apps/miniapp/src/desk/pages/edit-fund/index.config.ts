export default definePageConfig({ navigationBarTitleText: '公益金项目资料' })
