import Taro from '@tarojs/taro'

/** Opens a workbook in WeChat's reader; false for an archive, which WeChat cannot open. */
export async function openExport(url: string, format: 'xlsx' | 'csv'): Promise<boolean> {
  if (format === 'csv') return false
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  return true
}
