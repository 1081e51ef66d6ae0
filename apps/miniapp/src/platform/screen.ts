import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

const quiet = () => undefined

/** While the page is shown the screen stays on and, for a code that others scan, bright. */
export function useBrightScreen(): void {
  const before = useRef<number>()
  useDidShow(() => {
    Taro.setKeepScreenOn({ keepScreenOn: true }).catch(quiet)
    Taro.getScreenBrightness()
      .then(({ value }) => {
        before.current = value
        return Taro.setScreenBrightness({ value: 0.9 })
      })
      .catch(quiet)
  })
  useDidHide(() => restore(before.current))
  // Leaving for good fires no hide on some clients.
  Taro.useUnload(() => restore(before.current))
}

function restore(brightness: number | undefined) {
  Taro.setKeepScreenOn({ keepScreenOn: false }).catch(quiet)
  if (brightness !== undefined) Taro.setScreenBrightness({ value: brightness }).catch(quiet)
}
