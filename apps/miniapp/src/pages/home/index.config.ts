export default definePageConfig({ navigationBarTitleText: '益践', navigationStyle: 'custom', enablePullDownRefresh: true })
