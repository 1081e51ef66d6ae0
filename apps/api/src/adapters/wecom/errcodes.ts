import type { ErrcodeTable } from '../platform-error.ts'

/** The documented numbers of the calls that `client.ts` makes. */
export const weComErrcodes: ErrcodeTable = {
  busy: [-1],
  // 45033 and 45035: too many calls at the same time.
  'rate-limited': [45009, 45033, 45035],
  // WeCom has one number for wrong, old and used codes.
  'code-invalid': [40029],
  'ip-not-allowed': [60020],
  'token-rejected': [40014, 42001],
  // 40001 wrong secret; 48002, 48004, 48009 call not granted; 50003 app disabled; 301002 another app's token.
  'not-configured': [40001, 40013, 40056, 41004, 48002, 48004, 48009, 50001, 50003, 301002],
  // 50002: outside the app's visible range at login; 60011: the same for a look-up.
  'not-a-member': [50002, 60011],
  // 81013: nobody of those named may get it.
  'unknown-member': [40003, 60111, 81013],
  'bad-request': [40008, 40035, 40058, 40063, 41001, 44004],
}
