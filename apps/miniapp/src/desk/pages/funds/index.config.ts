export default definePageConfig({ navigationBarTitleText: '公益金项目管理', enablePullDownRefresh: true })
