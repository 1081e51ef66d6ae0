export default definePageConfig({ navigationBarTitleText: '公益假审批', enablePullDownRefresh: true })
