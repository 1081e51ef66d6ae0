import { toast } from '@/platform/toast'
import { classes } from './classes'
import type { TappableProps } from './tappable.types'

/** A real button: focus, Enter and Space come with it. */
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
  const selects = role === 'tab' || role === 'option'
  return (
    <button
      type="button"
      id={id}
      className={classes('tappable', className)}
      onClick={(event) => {
        event.stopPropagation()
        if (busy) return
        if (disabledReason) toast(disabledReason)
        else onTap()
      }}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-checked={selects ? undefined : checked}
      aria-selected={selects ? checked : undefined}
      aria-expanded={expanded}
      aria-disabled={disabledReason ? true : undefined}
      aria-busy={busy || undefined}
    >
      {children}
    </button>
  )
}
