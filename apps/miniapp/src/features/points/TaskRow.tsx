import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { pointTaskKindNames } from '@yijian/shared/points/names'
import { lastDayOf } from '@yijian/shared/points/rules'
import type { MyPointTask } from '@yijian/shared/points/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Progress } from '@/ui/Progress'
import { Tappable } from '@/ui/Tappable'
import { taskIcon } from './task-look'
import { goToTask } from './task-route'
import { taskProgress } from './task-words'
import { pointsText } from './text'
import styles from './points.module.scss'

/** A task, how far I am and where it can be done. */
export function TaskRow({ mine }: { mine: MyPointTask }) {
  const t = useText(pointsText)
  const { language } = useSettings()
  const { task, state } = mine
  const { words, share } = taskProgress(mine, t)
  const lastOn = lastDayOf(task)
  const until = lastOn === null ? undefined : t.until(dayText(startOfShanghaiDay(lastOn), deviceNow(), language))
  const detail = [pointTaskKindNames[task.kind][language], words, until].filter(Boolean).join(' · ')
  const row = (
    <>
      <View className={styles.icon}>
        <Icon name={state === 'open' ? taskIcon[task.fact] : 'check'} />
      </View>
      <View className="grow">
        <View className={styles.title}>{task.title}</View>
        <View className={styles.words}>{detail}</View>
        <Progress share={state === 'open' ? share : 1} label={t.progress(task.title, words)} tone="gold" />
      </View>
      <View className={styles.end}>
        <View className={styles.plus}>{t.plus(task.points)}</View>
        {state === 'open' ? (
          <View className={styles.todo}>
            {t.todo}
            <Icon name="forward" size="s" />
          </View>
        ) : (
          <View className={styles.over}>{state === 'done' ? t.done : t.doneToday}</View>
        )}
      </View>
    </>
  )
  if (state !== 'open') return <View className={classes(styles.task, styles.finished)}>{row}</View>
  return (
    <Tappable
      onTap={() => goToTask(task.fact)}
      label={[task.title, detail, t.plus(task.points), t.todo].join(', ')}
      className={styles.task}
    >
      {row}
    </Tappable>
  )
}
