export default definePageConfig({ navigationBarTitleText: '账本证明', enablePullDownRefresh: true })
