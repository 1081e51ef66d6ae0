import { featureText } from '@/i18n/feature-text'

/** The fields (领域) in words. */
export const fieldText = featureText({
  zh: {
    'tech-for-good': '科技向善',
    'missing-persons': '信息寻人',
    accessibility: '信息无障碍',
    'cyber-security': '网络安全',
    'special-children': '特殊儿童关怀',
    'it-literacy': 'IT 技术普及',
    'emergency-rescue': '应急救援',
    'poverty-relief': '扶贫济困',
    environment: '环境保护',
    'animal-protection': '动物保护',
    'education-aid': '助学',
    'elderly-care': '敬老',
    community: '社区服务',
    other: '其他',
  },
  en: {
    'tech-for-good': 'Tech for good',
    'missing-persons': 'Missing persons',
    accessibility: 'Accessibility',
    'cyber-security': 'Cyber security',
    'special-children': 'Special children',
    'it-literacy': 'IT literacy',
    'emergency-rescue': 'Emergency rescue',
    'poverty-relief': 'Poverty relief',
    environment: 'Environment',
    'animal-protection': 'Animal protection',
    'education-aid': 'Education aid',
    'elderly-care': 'Elderly care',
    community: 'Community',
    other: 'Other',
  },
})
