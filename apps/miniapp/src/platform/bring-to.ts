import Taro from '@tarojs/taro'

/** Scrolls the page to a part that has just come about, once the view knows of it. */
export function bringTo(id: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${id}` }).catch(() => undefined)
  })
}
