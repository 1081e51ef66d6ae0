export default definePageConfig({ navigationBarTitleText: '捐赠申报' })
