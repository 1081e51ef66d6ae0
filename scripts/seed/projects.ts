import type { Field } from '@yijian/shared/project/shapes'
import type { BranchCode } from './branches.ts'

export interface DemoProject {
  title: string
  field: Field
  branch: BranchCode
  /** Null for projects on line. */
  city: string | null
  organiser: string
  story: string
  /** Staff numbers; the first is the host, the others are co-hosts. */
  hosts: readonly [string, ...string[]]
  place: string
  bring: string
}

/** One project in each of the fourteen fields, as a host would tell it. */
export const projects = {
  mangrove: {
    title: '深圳湾红树林净滩',
    field: 'environment',
    branch: 'environment',
    city: '深圳',
    organiser: '志愿者协会',
    hosts: ['D0027', 'D0034'],
    story:
      '每月一次，沿深圳湾步道清理海漂垃圾，给越冬的黑脸琵鹭留一片干净的滩涂。我们按品类称重记录，数据交给一家湿地保护机构做潮汐垃圾研究。\n\n第一次来也没关系：出发前有十五分钟的观鸟和分类讲解，老志愿者会带着你走。孩子和家人可以一起来。',
    place: '深圳湾公园 B 口广场集合',
    bring: '长裤、防滑鞋、遮阳帽、自带水杯；手套和夹子现场领取，用完归还。',
  },
  appTester: {
    title: '视障伙伴的应用体验官',
    field: 'accessibility',
    branch: 'accessibility',
    city: '深圳',
    organiser: '产品设计部',
    hosts: ['D0024', 'D0023'],
    story:
      '和视障伙伴坐在一起，用读屏软件走完一次打车、一次挂号、一次点单，把卡住的地方一条条记下来，当场交给对应产品的同事。\n\n过去一年我们提了 214 条问题，已经修好 173 条。你不需要懂无障碍，只需要耐心听、如实记。',
    place: '滨海大厦 3 层 体验室',
    bring: '自己常用的手机；请提前十分钟到场，熟悉读屏手势。',
  },
  aed: {
    title: '办公区急救员训练',
    field: 'emergency-rescue',
    branch: 'shenzhen',
    city: '深圳',
    organiser: '人力资源部与急救培训机构',
    hosts: ['D0014'],
    story:
      '心搏骤停的黄金时间只有四分钟。90 分钟里，每个人都会在模型上完成两轮心肺复苏和一次 AED 操作，由专业急救教官逐个点评。\n\n完成训练的同事会进入办公区急救员名册，楼层一呼即应。',
    place: '滨海大厦 12 层 多功能厅',
    bring: '宽松衣物；训练前不要吃得太饱。',
  },
  missingPersons: {
    title: '寻人信息志愿核查',
    field: 'missing-persons',
    branch: 'engineering',
    city: null,
    organiser: '技术工程志愿队',
    hosts: ['D0012'],
    story:
      '每条寻人启事发布前，都要有人核对走失地点、体貌特征和联系方式。我们每周四晚一起在线核查，两人一组，互相复核。\n\n去年十一月，小组核对的一条信息让一位走失三天的老人在四十公里外被认出来，平安回家。',
    place: '在线会议，入会链接在报名后可见',
    bring: '电脑一台；首次参加请先读完核查手册。',
  },
  codingClass: {
    title: '乡村学校远程编程课',
    field: 'it-literacy',
    branch: 'engineering',
    city: null,
    organiser: '技术工程志愿队',
    hosts: ['D0022', 'D0053'],
    story:
      '给凉山两所小学的五年级开一门图形化编程课，每周二下午，一人主讲、三人在线答疑。课件、试讲和录播回看都准备好了。\n\n上学期的结业作品里，有个孩子做了一个提醒奶奶吃药的小程序。',
    place: '在线课堂，入会链接在报名后可见',
    bring: '耳机和摄像头；主讲请提前一天参加试讲。',
  },
  ngoCoach: {
    title: '公益组织数字化陪跑',
    field: 'tech-for-good',
    branch: 'design',
    city: null,
    organiser: '社会价值部门',
    hosts: ['D0026'],
    story:
      '许多小型公益组织只有三五个人，报名靠表格、财务靠手账。我们结对陪跑八周，帮他们搭好志愿者管理和捐赠公示。\n\n产品、设计、研发、法务都用得上，一次两小时，做完一件小事。',
    place: '在线会议，入会链接在报名后可见',
    bring: '一个愿意把复杂事情讲简单的自己。',
  },
  antiFraud: {
    title: '银龄防诈骗课堂',
    field: 'cyber-security',
    branch: 'beijing',
    city: '北京',
    organiser: '安全团队与海淀街道',
    hosts: ['D0040', 'D0041'],
    story:
      '走进社区，用真实案例陪老人演一遍“冒充客服”“保健品返现”，再手把手把国家反诈中心和大字模式装好。\n\n一位学员当天就挂断了骗子的电话，第二周带着邻居一起来听课。',
    place: '海淀区知春里社区活动中心',
    bring: '会用最简单的话讲清楚一件事；讲义现场发放。',
  },
  starStudio: {
    title: '星星的孩子周末画室',
    field: 'special-children',
    branch: 'shenzhen',
    city: '深圳',
    organiser: '志愿者协会与晴天画室',
    hosts: ['D0017'],
    story:
      '一位志愿者陪一个自闭症孩子画一上午。不纠正、不催促，跟着孩子的颜色走。每季度把画做成明信片，收入用于购置画材。\n\n请至少连续参加三次：熟悉的人，是孩子们最需要的礼物。',
    place: '南山区晴天画室 二楼',
    bring: '耐脏的衣服；请不要喷香水。',
  },
  laptops: {
    title: '旧电脑焕新计划',
    field: 'poverty-relief',
    branch: 'guangzhou',
    city: '广州',
    organiser: '行政部与青年志愿者',
    hosts: ['D0057'],
    story:
      '公司淘汰的笔记本，换上固态硬盘、装好系统和离线课程，寄给粤北的乡村教师。每台机器附一张写给老师的卡片。\n\n已经寄出 386 台，最远的一台到了连南的教学点。',
    place: '海珠区创意园 5 栋仓库',
    bring: '会用螺丝刀就行，工具现场有。',
  },
  strayAnimals: {
    title: '流浪动物救助站帮手',
    field: 'animal-protection',
    branch: 'chengdu',
    city: '成都',
    organiser: '成都志愿者小组',
    hosts: ['D0052'],
    story:
      '清扫犬舍、遛狗、给待领养的小家伙拍一张好看的照片。救助站常年有一百多只猫狗，人手只有四个。\n\n去年我们拍的照片帮 57 只毛孩子找到了家。',
    place: '双流区小动物救助站',
    bring: '不怕弄脏的鞋和外套；过敏体质请慎报。',
  },
  letters: {
    title: '山里来信 · 书信陪伴',
    field: 'education-aid',
    branch: 'beijing',
    city: null,
    organiser: '志愿者协会与一家书信公益机构',
    hosts: ['D0038'],
    story:
      '和一位乡村中学生做一年的笔友，每月一封手写信。每月有一晚在线读信会，大家互相看看：怎样回一封让孩子愿意继续写的信。\n\n信不用写得漂亮，真诚就好。',
    place: '在线会议，入会链接在报名后可见',
    bring: '这个月收到的那封信。',
  },
  phones: {
    title: '陪社区老人学手机',
    field: 'elderly-care',
    branch: 'shanghai',
    city: '上海',
    organiser: '上海志愿者小组',
    hosts: ['D0046', 'D0050'],
    story:
      '挂号、缴费、视频通话，一对一慢慢教，教会一件再教下一件。临走前把步骤写成大字卡片，贴在老人家里。\n\n有位阿姨学会视频那天，和在外地的孙女聊了四十分钟。',
    place: '徐汇区漕河泾街道睦邻中心',
    bring: '耐心；大字卡片和记号笔现场领取。',
  },
  bookCorner: {
    title: '周末社区图书角',
    field: 'community',
    branch: 'beijing',
    city: '北京',
    organiser: '北京志愿者小组',
    hosts: ['D0042'],
    story:
      '在三个老小区的活动室里，我们每周末开一个小小的图书角：登记借阅、修补旧书、给孩子们讲半小时绘本。\n\n书从同事家里来，也从居民家里来，现在一共 2,300 册。',
    place: '朝阳区安慧里社区活动室',
    bring: '想分享的一本书。',
  },
  bloodDrive: {
    title: '无偿献血互助日',
    field: 'other',
    branch: 'shenzhen',
    city: '深圳',
    organiser: '工会与市血液中心',
    hosts: ['D0031'],
    story:
      '献血车每季度开到楼下。志愿者负责登记引导、照看献血后的同事、准备糖水和小饼干。不献血的同事也可以来帮忙。\n\n每一袋血，最多能帮到三个人。',
    place: '滨海大厦 南广场',
    bring: '穿方便卷袖的上衣；请提前核对自己的健康状况。',
  },
} as const satisfies Record<string, DemoProject>

export type ProjectKey = keyof typeof projects

/** A project that waits for the branch lead. */
export const inReview: DemoProject = {
  title: '听见图书馆 · 为盲童录一本书',
  field: 'accessibility',
  branch: 'shenzhen',
  city: '深圳',
  organiser: '内容平台志愿队',
  hosts: ['D0035', 'D0036'],
  story:
    '在录音间里读完一本童书，剪成盲童学校可以直接播放的章节。我们已经和一所特殊教育学校约好书单，每月两晚，一次两小时，录音师是自己的同事。',
  place: '滨海大厦 6 层 录音间',
  bring: '润喉糖和一副好嗓子。',
}

/** A draft that came back with a reason. */
export const returned: DemoProject & { reason: string } = {
  title: '夜行人 · 给夜班师傅的一杯热饮',
  field: 'community',
  branch: 'shenzhen',
  city: '深圳',
  organiser: '技术工程志愿队',
  hosts: ['D0021'],
  story: '冬天的深夜，给环卫工人、代驾和保安师傅送一杯热姜茶，聊几句家常。',
  place: '科技园地铁站 C 口',
  bring: '厚外套和反光背心。',
  reason: '想法很暖。请补充深夜出行的安全安排：两人同行、返程交通，以及每晚的结束时间，我们再一起上线。',
}
