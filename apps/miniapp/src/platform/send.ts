import Taro from '@tarojs/taro'
import { NoAnswer } from './send.types'
import type { Answer, Outgoing } from './send.types'

export async function send({ method, url, headers, body, timeoutMs }: Outgoing): Promise<Answer> {
  try {
    const reply = await Taro.request<unknown>({
      // wx.request knows no PATCH; the contract has no such route.
      method: method as keyof Taro.request.Method,
      url,
      header: headers,
      data: body instanceof Uint8Array ? body.slice().buffer : body,
      timeout: timeoutMs,
      dataType: 'json',
    })
    return { status: reply.statusCode, body: reply.data }
  } catch (fault) {
    const message = String((fault as { errMsg?: string }).errMsg ?? fault)
    throw new NoAnswer(/time ?out/i.test(message) ? 'timeout' : 'offline')
  }
}
