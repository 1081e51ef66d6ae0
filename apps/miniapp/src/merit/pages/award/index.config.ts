export default definePageConfig({ navigationBarTitleText: '益践领袖', enablePullDownRefresh: true })
