export default definePageConfig({ navigationBarTitleText: '积分与徽章', enablePullDownRefresh: true })
