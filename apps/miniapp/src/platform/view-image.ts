import Taro from '@tarojs/taro'

/** Shows pictures full-screen, to be zoomed and swiped. */
export function viewImages(urls: readonly string[], current: string): void {
  void Taro.previewImage({ urls: [...urls], current })
}
