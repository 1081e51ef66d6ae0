import type { ErrcodeTable } from '../platform-error.ts'

/** The documented numbers of the calls that `client.ts` makes. */
export const weChatErrcodes: ErrcodeTable = {
  busy: [-1, 43108],
  'rate-limited': [45009, 45011],
  'code-invalid': [40029],
  'code-used': [40163],
  blocked: [40226],
  // 89503, 89506, 89507: the administrator has yet to allow our address, or has refused it for a day or an hour.
  'ip-not-allowed': [40164, 89503, 89506, 89507],
  'token-rejected': [40001, 40014, 42001],
  // 40037 template unknown; 40243 secret frozen; 43107 sending was taken from us; 48001 call not granted; 50004 and 50007 account forbidden or frozen.
  'not-configured': [40013, 40037, 40125, 40243, 43107, 48001, 50004, 50007],
  // 43101: not subscribed, or the consent was used; 43108: another message to this person is on its way.
  'not-wanted': [40003, 43101],
  'page-not-released': [41030],
  // 85096: `scancode_time` is a parameter name WeChat keeps for itself.
  'bad-request': [40002, 40097, 40129, 40169, 41001, 41002, 41004, 41008, 43002, 45168, 47001, 47003, 85096],
}
