export default definePageConfig({ navigationBarTitleText: '公益假', enablePullDownRefresh: true })
