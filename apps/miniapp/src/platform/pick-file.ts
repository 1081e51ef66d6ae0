import Taro from '@tarojs/taro'

/** A file from a chat, which is where WeChat keeps files; undefined when the person thinks better of it. */
export async function pickFile(extensions: readonly string[]): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] }).catch(() => undefined)
  const file = chosen?.tempFiles[0]
  if (!file) return undefined
  const data = Taro.getFileSystemManager().readFileSync(file.path)
  return typeof data === 'string' ? undefined : { name: file.name, bytes: new Uint8Array(data) }
}
