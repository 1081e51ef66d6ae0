export default definePageConfig({ navigationBarTitleText: '新建积分任务' })
