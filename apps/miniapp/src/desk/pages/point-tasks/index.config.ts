export default definePageConfig({ navigationBarTitleText: '积分任务', enablePullDownRefresh: true })
