import Taro from '@tarojs/taro'

/** Scrolls the page to a part that has just come about, once the view knows of it; its heading stays in sight. */
export function bringTo(id: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -64 }).catch(() => undefined)
  })
}
