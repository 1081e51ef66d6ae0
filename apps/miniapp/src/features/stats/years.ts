import { shanghaiDay } from '@yijian/shared/kernel/time'
import { deviceNow } from '@/lib/clock'

const YEARS = 4

/** The running year and those before it, the newest first. */
export function recentYears(): number[] {
  const running = Number(shanghaiDay(deviceNow()).slice(0, 4))
  return Array.from({ length: YEARS }, (_, back) => running - back)
}
