export default definePageConfig({ navigationBarTitleText: '分会', enablePullDownRefresh: true })
