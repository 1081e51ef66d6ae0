import Taro from '@tarojs/taro'

interface Insets {
  /** Above the bar: clock and battery of the phone. */
  top: number
  /** Height of the bar beside WeChat's capsule. */
  bar: number
  /** Width that the capsule takes at the right. */
  right: number
}

const usual: Insets = { top: 44, bar: 44, right: 96 }

/** Room that WeChat takes at the top of a page without a native bar. */
export function readInsets(): Insets {
  try {
    const capsule = Taro.getMenuButtonBoundingClientRect()
    const { statusBarHeight = usual.top, windowWidth } = Taro.getWindowInfo?.() ?? Taro.getSystemInfoSync()
    if (!capsule || capsule.height === 0) return { ...usual, top: statusBarHeight }
    return { top: statusBarHeight, bar: capsule.height + (capsule.top - statusBarHeight) * 2, right: windowWidth - capsule.left }
  } catch {
    return usual
  }
}
