export default definePageConfig({ navigationBarTitleText: '公益金', enablePullDownRefresh: true })
