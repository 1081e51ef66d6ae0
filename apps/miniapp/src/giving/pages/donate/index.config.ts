export default definePageConfig({ navigationBarTitleText: '捐赠公益金', enablePullDownRefresh: true })
