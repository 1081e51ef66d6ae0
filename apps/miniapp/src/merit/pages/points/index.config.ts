export default definePageConfig({ navigationBarTitleText: '向善积分', enablePullDownRefresh: true })
