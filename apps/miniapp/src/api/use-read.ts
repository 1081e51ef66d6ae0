import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import type { contract } from '@yijian/shared/contract'
import type { Client } from '@yijian/shared/http/client'
import type { Page } from '@yijian/shared/http/page'
import { api } from './client'

type Api = Client<typeof contract>
type Name = keyof Api
type CallOf<N extends Name> = NonNullable<Parameters<Api[N]>[0]>
type ReplyOf<N extends Name> = Awaited<ReturnType<Api[N]>>

interface ReadOptions {
  /** False while something it needs is not known yet. */
  enabled?: boolean
  /** For what changes by itself, such as arrivals. */
  refetchEveryMs?: number
}

/** Reads one route; fresh again when the page returns to the front. */
export function useRead<N extends Name>(name: N, call?: CallOf<N>, { enabled = true, refetchEveryMs }: ReadOptions = {}) {
  const query = useQuery({
    queryKey: [name, call ?? {}],
    queryFn: () => callRoute(name, call),
    enabled,
    refetchInterval: refetchEveryMs ?? false,
  })
  useDidShow(() => {
    if (enabled && query.isStale) void query.refetch()
  })
  return query
}

/** The names of routes that answer page by page. */
type PagedName = { [N in Name]: ReplyOf<N> extends Page<unknown> ? N : never }[Name]
type ItemOf<N extends PagedName> = ReplyOf<N> extends Page<infer Item> ? Item : never

/** Reads a list page by page; `items` holds all that is loaded. */
export function usePages<N extends PagedName>(name: N, call?: CallOf<N>, { enabled = true }: Pick<ReadOptions, 'enabled'> = {}) {
  const query = useInfiniteQuery({
    queryKey: [name, call ?? {}],
    queryFn: ({ pageParam }) => callRoute(name, withCursor(call, pageParam)) as Promise<Page<ItemOf<N>>>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
  })
  useDidShow(() => {
    if (enabled && query.isStale) void query.refetch()
  })
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) }
}

function withCursor<C extends object>(call: C | undefined, cursor: string | undefined): C {
  // Every paged route takes a cursor in its query; the types of single routes cannot say so here.
  const query = (call as { query?: object } | undefined)?.query
  return { ...call, query: { ...query, cursor } } as unknown as C
}

// The name picks both the function and its argument, which the type of a union of functions cannot follow.
function callRoute<N extends Name>(name: N, call: CallOf<N> | undefined): Promise<ReplyOf<N>> {
  return (api[name] as (call: CallOf<N> | undefined) => Promise<ReplyOf<N>>)(call)
}
