import Taro from '@tarojs/taro'

/** A short message that leaves by itself. */
export function toast(message: string): void {
  void Taro.showToast({ title: message, icon: 'none', duration: Math.min(5000, 1500 + message.length * 60) })
}
