import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { ChangeShopItemInput, CreateShopItemInput, ShopItem } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { ItemForm } from '@/features/shop-desk/ItemForm'
import { StockHistory } from '@/features/shop-desk/StockHistory'
import { StockSheet } from '@/features/shop-desk/StockSheet'
import { shopDeskText } from '@/features/shop-desk/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { goBack, routes, useParams } from '@/lib/routes'
import { toast } from '@/platform/toast'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Columns } from '@/ui/Columns'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

const changes = ['listShopStock', 'listShopItems', 'getShopItem', 'listStockChanges'] as const

export default function DeskShopItemPage() {
  const { shopItemId } = useParams(routes.deskShopItem)
  return shopItemId ? <ChangeItem shopItemId={shopItemId} /> : <NewItem />
}

function useSaid(words: string) {
  return () => {
    toast(words)
    goBack()
  }
}

function NewItem() {
  const t = useText(shopDeskText)
  const create = useAction((body: CreateShopItemInput, options) => api.createShopItem({ body }, options), {
    changes,
    onDone: useSaid(t.created),
  })
  const today = shanghaiDay(deviceNow())
  const initial = { name: '', description: '', category: undefined, price: '', stock: '', perPerson: '1', fromOn: today, untilOn: '' }
  return (
    <Page title={t.newItem}>
      <ItemForm initial={initial} picture={[]} save={t.create} busy={create.isBusy} error={create.error} onSave={create.start} />
    </Page>
  )
}

function ChangeItem({ shopItemId }: { shopItemId: string }) {
  const t = useText(shopDeskText)
  const offered = useRead('getShopItem', { params: { shopItemId } })
  const change = useAction((body: ChangeShopItemInput, options) => api.changeShopItem({ params: { shopItemId }, body }, options), {
    changes,
    onDone: useSaid(t.saved),
  })
  return (
    <Page title={t.edit} isWide>
      <Loaded of={offered}>
        {({ item }) => (
          <Columns
            main="second"
            first={
              <>
                <Keep item={item} />
                <StockHistory shopItemId={shopItemId} />
              </>
            }
            second={
              <ItemForm
                initial={{
                  name: item.name,
                  description: item.description,
                  category: item.category,
                  price: String(item.pricePoints),
                  stock: undefined,
                  perPerson: item.perPerson === null ? '' : String(item.perPerson),
                  fromOn: item.fromOn,
                  untilOn: item.untilOn ?? '',
                }}
                picture={item.picture === null ? [] : [item.picture]}
                save={t.save}
                busy={change.isBusy}
                error={change.error}
                onSave={({ stock: _, ...draft }) => change.start({ ...draft, state: item.state })}
              />
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

/** Stock, and whether it is on offer at all. */
function Keep({ item }: { item: ShopItem }) {
  const t = useText(shopDeskText)
  const [asking, setAsking] = useState<'stock' | 'state'>()
  const { id, stockLeft: _, picture: __, ...draft } = item
  const state = item.state === 'on-sale' ? 'withdrawn' : 'on-sale'
  const move = useToldAction((body: ChangeShopItemInput, options) => api.changeShopItem({ params: { shopItemId: id }, body }, options), {
    changes,
    done: t.saved,
    onDone: () => setAsking(undefined),
  })
  return (
    <>
      <Card flush>
        <Cell icon="list" title={t.changeStock} detail={t.stockNow(item.stockLeft)} onTap={() => setAsking('stock')} />
        {state === 'withdrawn' ? (
          <Cell icon="lock" tone="danger" title={t.withdraw} detail={t.withdrawDetail} onTap={() => setAsking('state')} />
        ) : (
          <Cell icon="upload" title={t.offer} onTap={() => move.start({ ...draft, state })} />
        )}
      </Card>
      {asking === 'stock' && <StockSheet item={item} onClose={() => setAsking(undefined)} />}
      <Dialog
        isOpen={asking === 'state'}
        title={t.withdraw}
        detail={t.withdrawDetail}
        confirm={t.withdraw}
        kind="danger"
        busy={move.isBusy}
        onConfirm={() => move.start({ ...draft, state })}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
