export default definePageConfig({ navigationBarTitleText: '申请公益假', enablePullDownRefresh: true })
