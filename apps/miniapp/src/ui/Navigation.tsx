import type { NavigationProps } from './navigation.types'

/** WeChat draws the tab bar itself. */
export function Navigation(_props: NavigationProps) {
  return null
}
