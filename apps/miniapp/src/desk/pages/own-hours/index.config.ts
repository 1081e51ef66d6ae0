export default definePageConfig({ navigationBarTitleText: '待下发公益时', enablePullDownRefresh: true })
