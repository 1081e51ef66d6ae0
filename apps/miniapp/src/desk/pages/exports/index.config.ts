export default definePageConfig({ navigationBarTitleText: '年度导出', enablePullDownRefresh: true })
