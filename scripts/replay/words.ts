import type { Branch } from '@yijian/shared/people/shapes'
import type { Field } from '@yijian/shared/project/shapes'

export const branches: readonly Pick<Branch, 'code' | 'name' | 'kind'>[] = [
  { code: 'shenzhen', name: '深圳分会', kind: 'region' },
  { code: 'guangzhou', name: '广州分会', kind: 'region' },
  { code: 'beijing', name: '北京分会', kind: 'region' },
  { code: 'shanghai', name: '上海分会', kind: 'region' },
  { code: 'chengdu', name: '成都分会', kind: 'region' },
  { code: 'hangzhou', name: '杭州分会', kind: 'region' },
  { code: 'wuhan', name: '武汉分会', kind: 'region' },
  { code: 'overseas', name: '海外分会', kind: 'region' },
  { code: 'engineering', name: '技术工程分会', kind: 'department' },
  { code: 'cloud', name: '云业务分会', kind: 'department' },
  { code: 'content', name: '内容平台分会', kind: 'department' },
  { code: 'games', name: '互动娱乐分会', kind: 'department' },
  { code: 'functions', name: '职能线分会', kind: 'department' },
  { code: 'tech-for-good', name: '科技向善分会', kind: 'field' },
  { code: 'missing-persons', name: '信息寻人分会', kind: 'field' },
  { code: 'accessibility', name: '信息无障碍分会', kind: 'field' },
  { code: 'cyber-security', name: '网络安全分会', kind: 'field' },
  { code: 'special-children', name: '特殊儿童关怀分会', kind: 'field' },
  { code: 'emergency-rescue', name: '应急救援分会', kind: 'field' },
  { code: 'environment', name: '环境保护分会', kind: 'field' },
  { code: 'animal-protection', name: '动物保护分会', kind: 'field' },
  { code: 'education-aid', name: '助学分会', kind: 'field' },
  { code: 'elderly-care', name: '敬老分会', kind: 'field' },
  { code: 'community', name: '社区服务分会', kind: 'field' },
]

export const departments = ['技术工程', '云业务', '内容平台', '互动娱乐', '产品设计', '客户服务', '市场与公关', '职能线'] as const

/** Cities of each region of the staff table, with the weight of their offices. */
export const cities: Record<string, readonly { city: string; branch: string; weight: number }[]> = {
  中国大陆: [
    { city: '深圳', branch: 'shenzhen', weight: 46 },
    { city: '北京', branch: 'beijing', weight: 20 },
    { city: '上海', branch: 'shanghai', weight: 12 },
    { city: '广州', branch: 'guangzhou', weight: 12 },
    { city: '成都', branch: 'chengdu', weight: 6 },
    { city: '杭州', branch: 'hangzhou', weight: 2 },
    { city: '武汉', branch: 'wuhan', weight: 2 },
  ],
  其他地区: [
    { city: '新加坡', branch: 'overseas', weight: 6 },
    { city: '东京', branch: 'overseas', weight: 2 },
    { city: '阿姆斯特丹', branch: 'overseas', weight: 2 },
  ],
}

/** What projects of a field are called; a number tells those of one name apart. */
export const themes: Record<Field, readonly [string, string, string]> = {
  'tech-for-good': ['公益组织数字化陪跑', '公益数据整理小组', '善意产品工作坊'],
  'missing-persons': ['寻人信息志愿核查', '走失老人回家路', '旧照片修复寻亲'],
  accessibility: ['视障伙伴的应用体验官', '字幕志愿队', '无障碍地图实测'],
  'cyber-security': ['银龄防诈骗课堂', '城市小卡片随手报', '校园网络安全课'],
  'special-children': ['星星的孩子周末画室', '融合运动会陪伴', '特教老师半日助手'],
  'it-literacy': ['乡村学校远程编程课', '社区手机课堂', '职业启蒙筑梦'],
  'emergency-rescue': ['办公区急救员训练', '社区应急物资盘点', '防汛志愿值守'],
  'poverty-relief': ['旧电脑焕新计划', '山货进园区', '乡村图书室建设'],
  environment: ['海岸线清洁', '城市公园护绿', '旧物新生市集'],
  'animal-protection': ['流浪动物救助站帮手', '观鸟与鸟类调查', '领养日摄影队'],
  'education-aid': ['山里来信 · 书信陪伴', '周末远程自习室', '奖学金回访小组'],
  'elderly-care': ['陪社区老人学手机', '重阳探访日', '记忆门诊陪伴'],
  community: ['周末社区图书角', '城中村儿童课后营', '社区花园共建'],
  other: ['无偿献血互助日', '博物馆讲解志愿', '马拉松赛道服务'],
}

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const given =
  '安宁和平乐欣怡然知行思远明哲若溪语桐书瑶子墨景澄一诺清扬沐阳星河晚晴亦凡嘉树青禾念慈云舒承泽映雪以南时雨书意乐言可心向晨立夏初秋向阳'

/** A name for the n-th person; neighbours differ, and a big company has its namesakes. */
export function nameOf(n: number): string {
  const surname = surnames.charAt(n % surnames.length)
  const first = given.charAt((n * 7 + Math.floor(n / surnames.length)) % given.length)
  const second = given.charAt((n * 13 + 5) % given.length)
  return `${surname}${first}${n % 4 === 0 ? '' : second}`
}
