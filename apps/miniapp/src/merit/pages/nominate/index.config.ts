export default definePageConfig({ navigationBarTitleText: '提名', enablePullDownRefresh: false })
