export default definePageConfig({ navigationBarTitleText: '我的场次', enablePullDownRefresh: true })
