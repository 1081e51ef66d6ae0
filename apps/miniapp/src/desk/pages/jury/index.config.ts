export default definePageConfig({ navigationBarTitleText: '评审', enablePullDownRefresh: true })
