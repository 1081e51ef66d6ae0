export default definePageConfig({ navigationBarTitleText: '审核项目', enablePullDownRefresh: true })
