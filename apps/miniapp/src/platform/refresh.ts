import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Runs when the page is pulled down, and lets go when the work is done, failed or not. */
export function useRefresh(refresh: (() => Promise<unknown>) | undefined): void {
  usePullDownRefresh(() => {
    const done = () => Taro.stopPullDownRefresh()
    if (refresh) void refresh().then(done, done)
    else done()
  })
}
