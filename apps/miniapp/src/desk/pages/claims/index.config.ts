export default definePageConfig({ navigationBarTitleText: '捐赠申报审核', enablePullDownRefresh: true })
