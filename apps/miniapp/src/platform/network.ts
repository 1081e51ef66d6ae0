import Taro from '@tarojs/taro'
import { createStore } from '@/lib/store'

export const isOnline = createStore(true)

/** Follows the connection from the start of the app on. */
export function watchNetwork(): void {
  void Taro.getNetworkType().then(({ networkType }) => isOnline.set(networkType !== 'none'))
  Taro.onNetworkStatusChange(({ isConnected }) => isOnline.set(isConnected))
}
