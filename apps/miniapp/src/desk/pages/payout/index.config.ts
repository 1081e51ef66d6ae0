export default definePageConfig({ navigationBarTitleText: '拨付批次', enablePullDownRefresh: true })
