export default definePageConfig({ navigationBarTitleText: '我的捐赠申报', enablePullDownRefresh: true })
