import Taro from '@tarojs/taro'

/** One short tick for done, one long for refused: told apart without looking. */
export function vibrate(outcome: 'success' | 'failure'): void {
  const quiet = () => undefined
  if (outcome === 'success') Taro.vibrateShort({ type: 'medium' }).catch(quiet)
  else Taro.vibrateLong().catch(quiet)
}
