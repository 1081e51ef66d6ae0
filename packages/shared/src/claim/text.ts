/** The platforms people give on, by the names they know. */
export const claimPlatformNames = {
  'tencent-gongyi': { zh: '腾讯公益', en: 'Tencent Charity' },
  alipay: { zh: '支付宝公益', en: 'Alipay Charity' },
  other: { zh: '其他平台', en: 'Another platform' },
} as const
