import Taro from '@tarojs/taro'
import { imageTypeOf } from './pick-images.types'
import type { PickedImage } from './pick-images.types'

const COMPRESS_FROM_BYTES = 1_500_000

/** Asks for pictures from album or camera; none when the person turns back. */
export async function pickImages(count: number): Promise<PickedImage[]> {
  // Taro does not promisify this one; the callbacks are the same on every base library.
  return new Promise((resolve, reject) => {
    void Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
      success: ({ tempFiles }) =>
        resolve(tempFiles.map(({ tempFilePath, size }) => ({ preview: tempFilePath, read: () => read(tempFilePath, size) }))),
      fail: (fault) => (/cancel/i.test(fault.errMsg) ? resolve([]) : reject(new Error(fault.errMsg))),
    })
  })
}

async function read(path: string, sizeBytes: number): Promise<{ type: string; bytes: Uint8Array }> {
  const smaller = sizeBytes > COMPRESS_FROM_BYTES ? await compressed(path) : path
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: smaller,
      // Without an encoding WeChat gives the bytes themselves.
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: reject,
    })
  })
  return { type: imageTypeOf(bytes), bytes }
}

/** Some clients of WeCom cannot compress; then the picture goes as it is. */
async function compressed(path: string): Promise<string> {
  try {
    return (await Taro.compressImage({ src: path, quality: 80 })).tempFilePath
  } catch {
    return path
  }
}
