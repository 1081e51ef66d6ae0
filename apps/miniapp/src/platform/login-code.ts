import Taro from '@tarojs/taro'

export interface LoginCode {
  via: 'wecom' | 'wechat'
  code: string
}

/** What WeCom adds to wx; Taro has no types for it. */
interface WeComApi {
  login(options: { success: (result: { code: string }) => void; fail: (fault: { errMsg: string }) => void }): void
}

declare const wx: { qy?: WeComApi }

/** Whether the platform can vouch for who holds the device. */
export const hasPlatformLogin = true

/** Some WeCom clients drop `environment`, so its own namespace counts as well. */
export function isInWeCom(): boolean {
  return wx.qy !== undefined || Taro.getSystemInfoSync().environment === 'wxwork'
}

/** A single-use code that the server exchanges for the identity; undefined where no platform gives one. */
export async function getLoginCode(): Promise<LoginCode | undefined> {
  const { qy } = wx
  if (qy && isInWeCom()) {
    const code = await new Promise<string>((resolve, reject) =>
      qy.login({ success: (result) => resolve(result.code), fail: (fault) => reject(new Error(fault.errMsg)) }),
    )
    return { via: 'wecom', code }
  }
  const { code } = await Taro.login()
  return { via: 'wechat', code }
}
