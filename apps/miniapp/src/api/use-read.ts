import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { contract } from '@yijian/shared/contract'
import type { Client } from '@yijian/shared/http/client'
import type { Page } from '@yijian/shared/http/page'
import { api } from './client'
import { useLogin } from './login'

type Api = Client<typeof contract>
type Name = keyof Api
type CallOf<N extends Name> = NonNullable<Parameters<Api[N]>[0]>
type ReplyOf<N extends Name> = Awaited<ReturnType<Api[N]>>

interface ReadOptions {
  /** False while something it needs is not known yet; a login is waited for in any case. */
  enabled?: boolean
  /** For what changes by itself, such as arrivals. */
  refetchEveryMs?: number
}

/** Reads one route; fresh again when the page returns to the front. */
export function useRead<N extends Name>(name: N, call?: CallOf<N>, { enabled = true, refetchEveryMs }: ReadOptions = {}) {
  const isReady = useLoginFor(name) && enabled
  const query = useQuery({
    queryKey: [name, call ?? {}],
    queryFn: () => callRoute(name, call),
    enabled: isReady,
    refetchInterval: refetchEveryMs ?? false,
  })
  useDidShow(() => {
    if (isReady && query.isStale) void query.refetch()
  })
  return query
}

/** The names of routes that answer page by page. */
type PagedName = { [N in Name]: ReplyOf<N> extends Page<unknown> ? N : never }[Name]
type ItemOf<N extends PagedName> = ReplyOf<N> extends Page<infer Item> ? Item : never
/** Filters may be left out; the cursor is ours. */
type PagedCall<N extends PagedName> = Omit<CallOf<N>, 'query'> &
  (CallOf<N> extends { query: infer Q } ? { query?: Omit<Q, 'cursor'> } : unknown)

/** Reads a list page by page; `items` holds all that is loaded. */
export function usePages<N extends PagedName>(name: N, call?: PagedCall<N>, { enabled = true }: Pick<ReadOptions, 'enabled'> = {}) {
  const isReady = useLoginFor(name) && enabled
  const query = useInfiniteQuery({
    // Marked, since the same route read by `useRead` keeps another kind of data.
    queryKey: [name, call ?? {}, 'pages'],
    queryFn: ({ pageParam }) => callRoute(name, withCursor<N>(call, pageParam)) as Promise<Page<ItemOf<N>>>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: isReady,
  })
  useDidShow(() => {
    if (isReady && query.isStale) void query.refetch()
  })
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) }
}

/** Asking before there is a login would only earn a refusal. */
function useLoginFor(name: Name): boolean {
  const login = useLogin()
  return login !== undefined || contract[name].access === 'public'
}

function withCursor<N extends PagedName>(call: PagedCall<N> | undefined, cursor: string | undefined): CallOf<N> {
  // Every paged route takes a cursor in its query; the types of single routes cannot say so here.
  const query = (call as { query?: object } | undefined)?.query
  return { ...call, query: { ...query, cursor } } as unknown as CallOf<N>
}

// The name picks both the function and its argument, which the type of a union of functions cannot follow.
function callRoute<N extends Name>(name: N, call: CallOf<N> | undefined): Promise<ReplyOf<N>> {
  return (api[name] as (call: CallOf<N> | undefined) => Promise<ReplyOf<N>>)(call)
}
