export default definePageConfig({ navigationBarTitleText: '公益金项目', enablePullDownRefresh: true })
