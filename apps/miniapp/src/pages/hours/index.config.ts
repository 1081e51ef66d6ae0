export default definePageConfig({ navigationBarTitleText: '公益时', enablePullDownRefresh: true })
