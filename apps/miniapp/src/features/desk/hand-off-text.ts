import { featureText } from '@/i18n/feature-text'

/** Words of the phone that lets a computer in. */
export const handOffText = featureText({
  zh: {
    title: '登录电脑',
    browser: '在电脑上登录？',
    askedAt: '请求时间',
    as: '登录身份',
    warning: '只有你自己正在电脑上登录时才确认。别人发来的二维码，请选择“不是我”。',
    confirm: '确认登录',
    refuse: '不是我',
    confirmed: '已确认',
    confirmedDetail: '电脑会在几秒内登录。在设置中可以随时退出所有设备。',
    refused: '已拒绝',
    refusedDetail: '这个二维码已失效，电脑不会登录。',
    back: '完成',
  },
  en: {
    title: 'Log in a computer',
    browser: 'Log in on this computer?',
    askedAt: 'Asked',
    as: 'Logs in as',
    warning: 'Confirm only if you are logging in on a computer yourself. Refuse a code that somebody sent you.',
    confirm: 'Log in',
    refuse: 'Not me',
    confirmed: 'Confirmed',
    confirmedDetail: 'The computer logs in within seconds. Settings can end all logins at any time.',
    refused: 'Refused',
    refusedDetail: 'The code has ended; the computer does not log in.',
    back: 'Done',
  },
})
