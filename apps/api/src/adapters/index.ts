export { PlatformError, type PlatformErrorKind } from './platform-error.ts'
export { createWeChat, type WeChat } from './wechat/client.ts'
export { createWeCom, type WeCom } from './wecom/client.ts'
