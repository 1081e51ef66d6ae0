import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { CallOptions } from '@yijian/shared/http/client'
import { ProblemError } from '@yijian/shared/http/problem'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, it, vi } from 'vitest'
import { deviceProblem } from './problems'
import { useAction } from './use-action'

vi.mock('@/platform/network', () => ({ isOnline: { get: () => true, subscribe: () => () => undefined } }))
vi.mock('@/platform/storage', () => ({ readStored: () => undefined, writeStored: () => undefined, removeStored: () => undefined }))
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

interface SignUp {
  note: string
}
const run = vi.fn<(input: SignUp, options: CallOptions) => Promise<string>>()
const done = vi.fn<(output: string) => void>()
const refused = vi.fn<(error: unknown) => void>()
const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
let action: { start: (input: SignUp) => void }

function Screen() {
  action = useAction(run, { changes: ['getHome'], onDone: done, onRefused: refused })
  return null
}

async function start(input: SignUp): Promise<string | undefined> {
  const answered = done.mock.calls.length + refused.mock.calls.length + 1
  await act(async () => {
    action.start(input)
    await vi.waitFor(() => expect(done.mock.calls.length + refused.mock.calls.length).toBe(answered))
  })
  return run.mock.lastCall?.[1].key
}

function refusal(status: number): ProblemError {
  const { reply } = deviceProblem('app-fault')
  return new ProblemError({ ...reply, status })
}

beforeEach(async () => {
  vi.resetAllMocks()
  await act(async () =>
    createRoot(document.createElement('div')).render(
      <QueryClientProvider client={client}>
        <Screen />
      </QueryClientProvider>,
    ),
  )
})

it('repeats the same wish with the same key after a lost answer', async () => {
  run.mockRejectedValueOnce(deviceProblem('timeout')).mockResolvedValueOnce('confirmed')
  const first = await start({ note: '带手套' })
  const second = await start({ note: '带手套' })
  expect(second).toBe(first)
  expect(refused).toHaveBeenCalledOnce()
  expect(done).toHaveBeenCalledWith('confirmed')
})

it('does once what is tapped twice, and two wishes at once both', async () => {
  run.mockResolvedValue('confirmed')
  await act(async () => {
    action.start({ note: '带手套' })
    action.start({ note: '带手套' })
    action.start({ note: '带水杯' })
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(2))
  })
  expect(run).toHaveBeenCalledTimes(2)
  await start({ note: '带手套' })
  expect(run).toHaveBeenCalledTimes(3)
})

it('makes a new key when the wish has changed', async () => {
  run.mockRejectedValueOnce(deviceProblem('timeout')).mockResolvedValueOnce('confirmed')
  const first = await start({ note: '带手套' })
  const second = await start({ note: '带水杯' })
  expect(second).not.toBe(first)
})

it('makes a new key after a clear answer', async () => {
  run.mockRejectedValueOnce(new Error('slot-full')).mockResolvedValue('confirmed')
  const keys = [await start({ note: '' }), await start({ note: '' }), await start({ note: '' })]
  expect(new Set(keys).size).toBe(3)
})

it('reads anew what it would have changed when the server knows better, and only then', async () => {
  const isStale = () => client.getQueryState(['getHome', {}])?.isInvalidated
  client.setQueryData(['getHome', {}], { hours: 1 })
  run.mockRejectedValueOnce(refusal(422)).mockRejectedValueOnce(refusal(409))
  await start({ note: '' })
  expect(isStale()).toBe(false)
  await start({ note: '' })
  expect(isStale()).toBe(true)
})

it('makes stale what it changes, and nothing else', async () => {
  client.setQueryData(['getHome', {}], { hours: 1 })
  client.setQueryData(['listBranches', {}], { items: [] })
  run.mockResolvedValueOnce('confirmed')
  await start({ note: '' })
  expect(client.getQueryState(['getHome', {}])?.isInvalidated).toBe(true)
  expect(client.getQueryState(['listBranches', {}])?.isInvalidated).toBe(false)
})
