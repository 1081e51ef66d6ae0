import type { ReactNode } from 'react'
import { Card } from './Card'
import { classes } from './classes'
import { Text, View } from './elements'
import { Icon } from './Icon'
import { PagedList } from './PagedList'
import type { PagedListProps } from './PagedList'
import { Tappable } from './Tappable'
import styles from './record-list.module.scss'

/** One fact of a record: a word among others on a phone, a column on a desktop. */
export interface Fact<Item> {
  /** Head of the column. */
  head: string
  /** What stands there; undefined leaves the place empty. */
  of: (item: Item) => string | undefined
  /** The value alone does not say what it is, so a phone puts the head before it. */
  named?: boolean
}

interface RecordListProps<Item> extends Omit<PagedListProps<Item>, 'children' | 'frame'> {
  /** Heads of the first column and of the last; without a last one, records say no more than facts. */
  heads: { title: string; end?: string }
  title: (item: Item) => string
  facts: readonly Fact<Item>[]
  /** The number that counts, in a column of its own before the last. */
  figure?: { head: string; of: (item: Item) => string }
  /** A picture before the title; only a phone shows it. */
  start?: (item: Item) => ReactNode
  /** State, or what can be done. */
  end?: (item: Item) => ReactNode
  onTap?: (item: Item) => (() => void) | undefined
}

/** Records of one kind: rows to read one by one on a phone, a table to compare on a desktop. */
export function RecordList<Item>({ heads, title, facts, figure, start, end, onTap, ...list }: RecordListProps<Item>) {
  const head = (
    <View aria-hidden="true" className={styles.heads}>
      {[heads.title, ...facts.map((fact) => fact.head)].map((words) => (
        <View key={words}>{words}</View>
      ))}
      {figure && <View className={styles.figureHead}>{figure.head}</View>}
      {heads.end !== undefined && <View className={styles.endHead}>{heads.end}</View>}
    </View>
  )
  const rowOf = (item: Item) => (
    <>
      {start && <View className={styles.start}>{start(item)}</View>}
      <View className={styles.body}>
        <View className={styles.words}>
          <View className={styles.title}>{title(item)}</View>
          <View className={styles.facts}>
            {facts.map((fact) => (
              <FactOf key={fact.head} fact={fact} item={item} />
            ))}
          </View>
        </View>
        <View className={styles.ends}>
          {figure && <View className={styles.figure}>{figure.of(item)}</View>}
          {end && <View className={styles.end}>{end(item)}</View>}
        </View>
      </View>
    </>
  )
  return (
    <PagedList
      {...list}
      frame={(rows) => (
        <Card flush>
          <View className={classes(styles.list, styles[`${heads.end === undefined ? 'bare' : 'of'}${facts.length + (figure ? 1 : 0)}`])}>
            {head}
            {rows}
          </View>
        </Card>
      )}
    >
      {(item) => {
        const tap = onTap?.(item)
        if (tap === undefined) return <View className={styles.row}>{rowOf(item)}</View>
        return (
          <Tappable onTap={tap} className={styles.row}>
            {rowOf(item)}
            <Icon name="forward" size="s" className={styles.more} />
          </Tappable>
        )
      }}
    </PagedList>
  )
}

interface FactOfProps<Item> {
  fact: Fact<Item>
  item: Item
}

function FactOf<Item>({ fact: { head, of, named }, item }: FactOfProps<Item>) {
  const words = of(item)
  return (
    <View className={classes(styles.fact, words === undefined && styles.none)}>
      {named && words !== undefined && <Text className={styles.name}>{`${head} `}</Text>}
      {words}
    </View>
  )
}
