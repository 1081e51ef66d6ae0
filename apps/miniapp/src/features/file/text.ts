import { featureText } from '@/i18n/feature-text'

export const fileText = featureText({
  zh: {
    add: '添加图片',
    count: (used: number, max: number) => `${used}/${max} 张`,
    picture: (at: number) => `第 ${at} 张图片`,
    view: (at: number) => `查看第 ${at} 张图片`,
    remove: (at: number) => `移除第 ${at} 张图片`,
    sending: '上传中',
    failed: '上传失败',
    retry: '重试',
    pickFailed: '没有打开相册，请检查权限后重试',
  },
  en: {
    add: 'Add a picture',
    count: (used, max) => `${used}/${max}`,
    picture: (at) => `Picture ${at}`,
    view: (at) => `View picture ${at}`,
    remove: (at) => `Remove picture ${at}`,
    sending: 'Uploading',
    failed: 'Not uploaded',
    retry: 'Try again',
    pickFailed: 'The album did not open; check its permission and try again',
  },
})
