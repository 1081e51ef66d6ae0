import type { ComputerLoginProps } from './computer-login.types'

/** A mini-program is on the phone that holds the login already. */
export function ComputerLogin(_props: ComputerLoginProps) {
  return null
}
