export default definePageConfig({ navigationBarTitleText: '账本核验', enablePullDownRefresh: true })
