export default definePageConfig({ navigationBarTitleText: '公益金拨付', enablePullDownRefresh: true })
