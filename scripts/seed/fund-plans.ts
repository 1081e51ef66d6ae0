import type { FundProjectDraft } from '@yijian/shared/fund/shapes'

/** How far a fund project has come by the time of seeding. */
export type FundPlan = FundProjectDraft & { until: 'recommended' | 'checked' | 'listed'; reports: readonly PlannedReport[] }

interface PlannedReport {
  daysAgo: number
  title: string
  text: string
  /** Share of what was paid out by then and not reported yet, in percent. */
  spentPercent: number
  /** A drawing of what was done. */
  picture?: 'lunchTray'
}

const usual = { coverFileId: null, reportEveryDays: 180, until: 'listed' } as const

/** Fund projects of made-up charities, each with a code that passes its check. */
export const fundPlans = {
  lunch: {
    ...usual,
    name: '山区儿童热午餐',
    field: 'education-aid',
    city: '毕节',
    summary: '让山里的孩子在学校吃上一顿热乎的午餐',
    story:
      '乌蒙山里有不少孩子每天步行一小时上学，中午只有一盒冷饭。\n项目为村小建起小厨房，配上保温餐车和本地厨师，每顿午餐一荤两素。公益金全部用于食材和燃料，人工与设备由当地政府承担。\n每季度公布一次采购单和用餐人次。',
    effect: '20 份热午餐',
    charity: '黔西北春苗儿童服务中心',
    charityCode: '53520000MJR12345AC',
    charityAccount: '农业银行毕节分行 2310 0104 0012 345',
    targetFen: 3_000_000,
    reports: [
      {
        daysAgo: 108,
        title: '上学期反馈：三所学校，4,120 份午餐',
        text: '三所村小的厨房已经稳定运行一个学期，平均每天供餐 86 份。\n采购单由校长和家长代表共同签字，食材单价比上学期低 4%。\n下学期计划增加一所学校。',
        spentPercent: 80,
      },
      {
        daysAgo: 28,
        title: '开学反馈：第四所学校开餐',
        text: '第四所学校的厨房在九月开餐，新增 31 名学生。\n本期支出：食材 82%，燃料 11%，餐具消毒 7%。家长膳食委员会每周抽查一次留样。',
        spentPercent: 70,
        picture: 'lunchTray',
      },
    ],
  },
  mangrove: {
    ...usual,
    name: '守护深圳湾红树林',
    field: 'environment',
    city: '深圳',
    summary: '补种红树苗，给候鸟留一片安静的滩涂',
    story:
      '深圳湾是候鸟迁徙路上的重要一站。项目在退化岸线补种秋茄、木榄等本地红树，并培训护林员做日常巡护。\n公益金用于苗木、围栏和监测设备，志愿者的净滩活动与它相互配合。',
    effect: '补种 8 株红树苗',
    charity: '深圳市蓝湾湿地保护中心',
    charityCode: '53440300MJL18420AK',
    charityAccount: '招商银行深圳湾支行 7559 0012 8810 201',
    targetFen: 2_000_000,
    reports: [
      {
        daysAgo: 104,
        title: '半年反馈：补种 640 株，成活率 87%',
        text: '春季补种秋茄 480 株、木榄 160 株，九十天成活率 87%。\n新设两处鸟类观测点，记录到黑脸琵鹭 42 只。',
        spentPercent: 90,
      },
    ],
  },
  hearing: {
    ...usual,
    name: '听障儿童语训支持',
    field: 'special-children',
    city: '杭州',
    summary: '为刚装上人工耳蜗的孩子补贴一年的语训',
    story: '装上人工耳蜗只是开始，孩子要经过至少一年的语言训练才能开口说话。\n项目为困难家庭补贴语训课时，并为家长开设每月一次的课堂。',
    effect: '1 节一对一语训课',
    charity: '杭州市小声音康复中心',
    charityCode: '53330100MJ87451209',
    charityAccount: '杭州银行西湖支行 3301 0401 6000 1288',
    targetFen: null,
    reports: [
      {
        daysAgo: 100,
        title: '反馈：11 个孩子完成第一阶段',
        text: '11 个孩子完成第一阶段评估，其中 7 个已能说出三个词以上的短句。\n家长课堂开了四期，资料已放在机构网站供下载。',
        spentPercent: 85,
      },
    ],
  },
  cranes: {
    ...usual,
    reportEveryDays: 365,
    name: '盐城滨海候鸟监测',
    field: 'animal-protection',
    city: '盐城',
    summary: '给候鸟做普查，让保护有数据可依',
    story: '黄海湿地每年有上百万只候鸟停歇。项目资助当地巡护队的望远镜、定位器和油费，每月两次同步调查，数据对外公开。',
    effect: '1 次巡护的油费',
    charity: '盐城市丹顶鹤湿地志愿者协会',
    charityCode: '51320900MJ5090123U',
    charityAccount: '江苏银行盐城分行 1234 0188 0000 5566',
    targetFen: 800_000,
    reports: [],
  },
  readers: {
    ...usual,
    name: '西北乡村图书角',
    field: 'education-aid',
    city: '西安',
    summary: '在村小的教室里放一个能借能还的书架',
    story: '项目为每间教室配 80 本分级读物和一个书架，培训一位老师做阅读课，一年回访两次。\n书目由一线教师投票选出。',
    effect: '4 本儿童读物',
    charity: '西安市麦田乡村教育发展中心',
    charityCode: '51610100MJD605512L',
    charityAccount: '西安银行雁塔支行 1020 1158 0000 4321',
    targetFen: 1_200_000,
    reports: [
      {
        daysAgo: 96,
        title: '反馈：第一批 6 个图书角落地',
        text: '六间教室的图书角已经投入使用，平均每个孩子每周借 1.6 本。\n两所学校的阅读课排进了课表。',
        spentPercent: 75,
      },
    ],
  },
  rescue: {
    ...usual,
    name: '民间救援队装备更新',
    field: 'emergency-rescue',
    city: '成都',
    summary: '给常年出队的救援队换上新的头盔和绳索',
    story: '山地救援的绳索和头盔有使用年限，过期装备是最大的风险。项目按清单统一采购，旧装备集中销毁，全程有编号。',
    effect: '一副救援手套',
    charity: '成都市龙门山应急救援志愿服务队',
    charityCode: '53510100MJP220117F',
    charityAccount: '成都银行都江堰支行 1001 3000 0688 1290',
    targetFen: 1_500_000,
    reports: [
      {
        daysAgo: 92,
        title: '反馈：第一批绳索与头盔到位',
        text: '采购静力绳 6 条、头盔 20 顶，已按编号发放并销毁旧装备。',
        spentPercent: 95,
      },
    ],
  },
  elders: {
    ...usual,
    // Three months passed without a word, and the listing paused by itself.
    reportEveryDays: 90,
    name: '独居老人暖心探访',
    field: 'elderly-care',
    city: '北京',
    summary: '每周一次上门，量血压，也说说话',
    story: '社工与志愿者两人一组，每周上门探访独居老人，记录身体情况，帮忙对接社区医院。公益金用于社工督导和应急物资。',
    effect: '2 次上门探访',
    charity: '北京市暖邻社会工作服务中心',
    charityCode: '53110000MJ0171784C',
    charityAccount: '北京银行知春路支行 0109 0331 2012 0108',
    targetFen: 1_000_000,
    reports: [],
  },
  braille: {
    ...usual,
    until: 'recommended',
    name: '盲文教材数字化',
    field: 'accessibility',
    city: '广州',
    summary: '把高中教材做成能听能摸的电子版',
    story: '盲校的高中生缺少及时更新的教材。项目组织编校，把教材制成带标注的电子盲文，供全国盲校免费使用。',
    effect: '校对 10 页盲文',
    charity: '广东省触知无障碍阅读发展中心',
    charityCode: '52440100MJK8812040',
    charityAccount: '广州银行天河支行 8001 1012 3456 0018',
    targetFen: 600_000,
    reports: [],
  },
} as const satisfies Record<string, FundPlan>

export type FundKey = keyof typeof fundPlans
