export default definePageConfig({ navigationBarTitleText: '提名详情', enablePullDownRefresh: true })
