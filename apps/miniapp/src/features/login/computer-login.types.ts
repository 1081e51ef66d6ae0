import type { Login } from '@yijian/shared/people/shapes'

export interface ComputerLoginProps {
  onLogin: (login: Login) => void
}
