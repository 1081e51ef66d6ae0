import type { LoginCode } from './login-code'

/** Whether the platform can vouch for who holds the device. */
export const hasPlatformLogin = false

export function isInWeCom(): boolean {
  return false
}

/** A browser has no platform identity. */
export async function getLoginCode(): Promise<LoginCode | undefined> {
  return undefined
}
