import Taro from '@tarojs/taro'
import { isInWeCom } from './login-code'

/** WeChat asks about three templates at a time at most. */
const MOST = 3

/**
 * WeChat's own question whether messages may be sent, one for each yes; must be called within a tap. Gives the templates that
 * were accepted: none where WeCom sends the messages, and none when the person switched the question off.
 */
export async function askForMessages(templateIds: readonly string[]): Promise<string[]> {
  if (templateIds.length === 0 || isInWeCom()) return []
  const tmplIds = templateIds.slice(0, MOST)
  try {
    // Taro wants the entity ids of another platform as well.
    const answers = (await Taro.requestSubscribeMessage({ tmplIds } as Parameters<
      typeof Taro.requestSubscribeMessage
    >[0])) as unknown as Record<string, string>
    return tmplIds.filter((id) => answers[id] === 'accept')
  } catch {
    return []
  }
}
