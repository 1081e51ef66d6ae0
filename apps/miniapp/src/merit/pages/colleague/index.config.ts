export default definePageConfig({ navigationBarTitleText: '荣誉页', enablePullDownRefresh: true, enableShareAppMessage: true })
