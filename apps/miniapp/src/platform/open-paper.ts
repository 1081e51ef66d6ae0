import Taro from '@tarojs/taro'

/** Opens a PDF in WeChat's reader, from where it can be sent on or saved. */
export async function openPaper(url: string): Promise<void> {
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
}
