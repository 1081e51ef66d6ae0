import Taro from '@tarojs/taro'

/** Scrolls the page to a part that has just come about. */
export function bringTo(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}` }).catch(() => undefined)
}
