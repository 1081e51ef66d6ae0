export default definePageConfig({ navigationBarTitleText: '项目审核', enablePullDownRefresh: true })
