import { useState } from 'react'
import { deviceProblem } from '@/api/problems'
import { vibrate } from '@/platform/haptic'
import { Scanner } from '@/platform/Scanner'
import { ShareButton } from '@/platform/ShareButton'
import { toast } from '@/platform/toast'
import { Avatar } from '@/ui/Avatar'
import { BigNumber } from '@/ui/BigNumber'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Chips } from '@/ui/Chips'
import { Countdown } from '@/ui/Countdown'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/form/Field'
import { DateInput, Select, TimeInput } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { Icon } from '@/ui/Icon'
import { iconNames } from '@/ui/icon-names'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { ListEnd } from '@/ui/PagedList'
import { Progress } from '@/ui/Progress'
import { QrCode } from '@/ui/QrCode'
import { Section } from '@/ui/Section'
import { Segmented } from '@/ui/Segmented'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { StatRow } from '@/ui/StatRow'
import { Switch } from '@/ui/Switch'
import { Tag } from '@/ui/Tag'

const fields = [
  { value: 'environment', words: '环境保护' },
  { value: 'teaching', words: '助学' },
  { value: 'elders', words: '敬老' },
  { value: 'tech', words: '科技向善' },
  { value: 'animals', words: '动物保护' },
] as const

/** Every primitive at a glance; built only when GALLERY is set. */
export default function GalleryPage() {
  const [sheet, setSheet] = useState<'sheet' | 'dialog'>()
  return (
    <Page
      title="组件"
      isPublic
      footer={
        <BottomBar note="报名后可在开始前 2 小时免费取消">
          <Button kind="soft" onTap={() => setSheet('sheet')}>
            约搭子
          </Button>
          <Button onTap={() => setSheet('dialog')}>报名 · 剩 4 位</Button>
        </BottomBar>
      }
    >
      <Figures />
      <Rows />
      <Controls />
      <Actions />
      <States />
      <Sheet
        isOpen={sheet === 'sheet'}
        title="捐出前，看一眼"
        onClose={() => setSheet(undefined)}
        footer={
          <Button kind="give" onTap={() => setSheet(undefined)}>
            确认捐出 ¥500
          </Button>
        }
      >
        <View className="stack">
          <Card tone="sunk">
            <StatRow
              stats={[
                { words: '已收到', value: '412,800', sign: '¥' },
                { words: '已使用', value: '368,200', sign: '¥' },
                { words: '待使用', value: '44,600', sign: '¥' },
              ]}
            />
          </Card>
          <Progress share={0.89} tone="give" label="已使用 89%" />
        </View>
      </Sheet>
      <Dialog
        isOpen={sheet === 'dialog'}
        title="取消报名？"
        detail="已过自由取消时间，会记为“迟取消”。名额会让给候补第一位。"
        confirm="取消报名"
        cancel="再想想"
        kind="danger"
        onConfirm={() => setSheet(undefined)}
        onClose={() => setSheet(undefined)}
      />
    </Page>
  )
}

function Figures() {
  return (
    <>
      <Card tone="hero">
        <View className="between t-body">
          <View>我的公益时</View>
          <View>截至今天 14:02</View>
        </View>
        <BigNumber value="36.5" unit="小时" size="xl" tone="inherit" />
        <View className="between t-body">
          <View>再服务 30 分钟，公益金 +100 元</View>
          <View className="t-num">30/60</View>
        </View>
        <Progress share={0.5} tone="hero" label="公益时 30 / 60 分钟" />
      </Card>
      <Card tone="warm">
        <View className="t-body">可捐余额</View>
        <BigNumber sign="¥" value="1,600" decimals=".00" size="xl" tone="inherit" />
        <Button kind="give" onTap={() => toast('捐给项目')}>
          捐给项目
        </Button>
      </Card>
      <Card>
        <View className="t-strong">完成后你会得到</View>
        <StatRow
          stats={[
            { words: '公益时', value: '3.0', unit: '时', tone: 'brand' },
            { words: '公益金', value: '300', sign: '+¥', tone: 'give' },
            { words: '积分', value: '60', sign: '+', tone: 'gold' },
          ]}
        />
      </Card>
      <Card>
        <QrCode text="yj1.ses_0d3k9x2m4q7rt.in.58213377.Zk3vQ9sT1uXw0aBc" label="签到码" />
        <View className="row">
          <Countdown share={0.6} />
          <View className="t-muted">9 秒后换新码 · 截图无效</View>
        </View>
      </Card>
    </>
  )
}

function Rows() {
  return (
    <Section title="来龙去脉" action={{ words: '全部', onTap: () => toast('全部') }}>
      <Card flush>
        <Cell
          icon="clock"
          title="净滩第 11 场 · 3.5 小时"
          detail="11月8日 · 结转 30 分钟 · 政策 2026-1"
          end={<BigNumber value="300.00" sign="+" size="s" tone="brand" />}
          onTap={() => toast('打开')}
        />
        <Cell
          icon="heart"
          tone="give"
          title="环卫工人爱心餐"
          detail="11月2日 · 已拨付 · 查看回响"
          end={<BigNumber value="500.00" sign="−" size="s" />}
          onTap={() => toast('打开')}
        />
        <Cell icon="points" tone="gold" title="个人捐款 ¥240 配捐" detail="10月28日 · 结转 ¥40" end={<Tag tone="gold">待核验</Tag>} />
        <Cell start={<Avatar name="陈小禾" />} title="陈小禾" detail="技术工程" end="15:58 签到" />
        <Cell start={<Avatar name="Lin" />} title="Lin Wei" detail="设计" end="15:57 签到" />
      </Card>
      <View className="row wrap">
        <Tag tone="brand">环境保护</Tag>
        <Tag icon="place">深圳 · 南山</Tag>
        <Tag tone="give">剩 4 位</Tag>
        <Tag tone="gold">10 小时</Tag>
        <Tag tone="info">候补第 2</Tag>
        <Tag tone="danger">已取消</Tag>
      </View>
      <View className="row wrap">
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </View>
    </Section>
  )
}

function Controls() {
  const [field, setField] = useState<(typeof fields)[number]['value']>('environment')
  const [tab, setTab] = useState<'next' | 'past' | 'wait'>('next')
  const [title, setTitle] = useState('')
  const [story, setStory] = useState('')
  const [day, setDay] = useState('2026-11-25')
  const [time, setTime] = useState('14:00')
  const [isOn, setOn] = useState(true)
  return (
    <Section title="控件">
      <Segmented
        label="场次"
        choices={[
          { value: 'next', words: '即将开始' },
          { value: 'wait', words: '候补中' },
          { value: 'past', words: '已结束' },
        ]}
        value={tab}
        onChange={setTab}
      />
      <Chips label="领域" choices={fields} value={field} onChange={setField} scrolls />
      <Card>
        <View className="stack">
          <Field label="项目名称" hint="说清做什么，例如“深圳湾红树林净滩”">
            <TextInput value={title} onChange={setTitle} placeholder="净滩、授课、寻人…" />
          </Field>
          <Field label="名额" error="名额至少为 1">
            <TextInput kind="whole" value="0" onChange={() => undefined} unit="人" />
          </Field>
          <Field label="故事" isOptional>
            <TextArea value={story} onChange={setStory} maxLength={500} />
          </Field>
          <Field label="日期">
            <DateInput value={day} onChange={setDay} />
          </Field>
          <Field label="开始时间">
            <TimeInput value={time} onChange={setTime} />
          </Field>
          <Field label="领域">
            <Select choices={fields} value={field} onChange={setField} />
          </Field>
          <Switch label="线上参加" detail="不需要到场，签到码在会议中出示" isOn={isOn} onChange={setOn} />
        </View>
      </Card>
    </Section>
  )
}

function Actions() {
  return (
    <Section title="操作">
      <Button icon="scan" onTap={() => vibrate('success')}>
        扫码签到
      </Button>
      <Button kind="soft" onTap={() => vibrate('failure')}>
        查看须知
      </Button>
      <Button kind="plain" busy onTap={() => undefined}>
        正在提交
      </Button>
      <Button disabledReason="报名已于 11月20日 12:00 截止，可加入候补" onTap={() => undefined}>
        报名
      </Button>
      <View className="row">
        <Button size="small" onTap={() => toast('已报名，名额为你保留')}>
          扫码签到
        </Button>
        <Button size="small" kind="soft" onTap={() => undefined}>
          查看须知
        </Button>
        <Button size="small" kind="danger" onTap={() => undefined}>
          撤回
        </Button>
      </View>
      <ShareButton card={{ title: '一起去净滩', path: '/pages/home/index' }}>分享给同事</ShareButton>
      <Card>
        <View className="stack">
          <Scanner onCode={toast} busy={false} />
        </View>
      </Card>
    </Section>
  )
}

function States() {
  return (
    <Section title="状态">
      <Notice>签到从开始前 30 分钟起，到结束后 30 分钟止。</Notice>
      <Notice tone="gold" icon="offline">
        当前没有网络，显示的可能不是最新内容
      </Notice>
      <Notice tone="danger" icon="alert">
        此操作不能撤销
      </Notice>
      <Notice tone="brand" icon="check">
        已签到 15:58
      </Notice>
      <Card>
        <Empty
          icon="calendar"
          title="还没有报名"
          detail="看看同事们在去的场次，从一次两小时的活动开始。"
          action={{ words: '去看看', onTap: () => undefined }}
        />
      </Card>
      <Card>
        <ErrorState error={deviceProblem('offline')} onRetry={() => undefined} />
      </Card>
      <Skeleton shape="hero" />
      <Skeleton count={1} />
      <Card flush>
        <Skeleton shape="rows" count={3} />
      </Card>
      <ListEnd hasMore busy={false} onMore={() => undefined} />
      <ListEnd hasMore={false} busy={false} onMore={() => undefined} />
    </Section>
  )
}
