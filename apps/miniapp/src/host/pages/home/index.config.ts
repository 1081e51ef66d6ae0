export default definePageConfig({ navigationBarTitleText: '主理人', enablePullDownRefresh: true })
