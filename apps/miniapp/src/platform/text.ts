import { featureText } from '@/i18n/feature-text'

export const platformText = featureText({
  zh: {
    linkCopied: '链接已复制',
    privacyTitle: '使用前，请阅读隐私说明',
    privacyDetail: '此功能需要用到微信提供的个人信息接口。我们只在你操作时使用，用途写在《用户隐私保护指引》中。',
    privacyContract: '查看《用户隐私保护指引》',
    privacyAgree: '同意并继续',
    privacyDecline: '暂不同意',
    scan: '扫一扫',
    scanHint: '对准主理人屏幕上的签到码',
    cameraBlocked: '没有相机权限。可以在浏览器设置中允许，或在下面输入码文。',
    cameraUnknown: '此浏览器不能直接识别二维码，请在下面输入主理人屏幕上的码文。',
    startCamera: '打开相机',
    typeCode: '输入码文',
    typeCodeHint: '码文在主理人屏幕的二维码下方',
    codeMissing: '请先输入码文',
    submitCode: '确定',
  },
  en: {
    linkCopied: 'Link copied',
    privacyTitle: 'Before you go on',
    privacyDetail:
      'This uses a WeChat interface for personal information, only when you act, for the purposes named in the privacy guideline.',
    privacyContract: 'Read the privacy guideline',
    privacyAgree: 'Agree and continue',
    privacyDecline: 'Not now',
    scan: 'Scan',
    scanHint: 'Point at the code on the host’s screen',
    cameraBlocked: 'The camera is blocked. Allow it in the browser settings, or type the code below.',
    cameraUnknown: 'This browser cannot read QR codes itself. Please type the code from the host’s screen below.',
    startCamera: 'Open the camera',
    typeCode: 'Type the code',
    typeCodeHint: 'It stands below the QR image on the host’s screen',
    codeMissing: 'Type the code first',
    submitCode: 'Confirm',
  },
})
