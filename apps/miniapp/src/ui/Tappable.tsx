import { View } from '@tarojs/components'
import { toast } from '@/platform/toast'
import { classes } from './classes'
import type { TappableProps } from './tappable.types'

const said = (state: boolean | undefined) => (state === undefined ? undefined : String(state))

/** Anything one can tap: spoken with its role, state and reason. */
export function Tappable({
  id,
  onTap,
  label,
  role = 'button',
  checked,
  expanded,
  disabledReason,
  busy,
  className,
  children,
}: TappableProps) {
  const tap = () => {
    if (busy) return
    if (disabledReason) toast(disabledReason)
    else onTap()
  }
  return (
    <View
      id={id}
      className={classes('tappable', className)}
      hoverClass={disabledReason || busy ? 'none' : 'pressed'}
      hoverStayTime={80}
      hoverStopPropagation
      onClick={(event) => {
        event.stopPropagation()
        tap()
      }}
      aria-role={role}
      aria-label={label}
      aria-checked={role === 'tab' ? undefined : said(checked)}
      aria-selected={role === 'tab' || role === 'option' ? said(checked) : undefined}
      aria-expanded={said(expanded)}
      aria-disabled={disabledReason ? 'true' : undefined}
    >
      {children}
    </View>
  )
}
