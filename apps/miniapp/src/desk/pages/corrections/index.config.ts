export default definePageConfig({ navigationBarTitleText: '更正公益时', enablePullDownRefresh: true })
