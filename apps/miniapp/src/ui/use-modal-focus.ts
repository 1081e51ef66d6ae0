import type { Ref } from 'react'

/** WeChat moves the focus of its screen reader by itself; nothing to hold here. */
export function useModalFocus(_isOpen: boolean, _onClose: () => void): Ref<unknown> | undefined {
  return undefined
}
