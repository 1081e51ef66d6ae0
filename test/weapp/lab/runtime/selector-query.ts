import { topPage } from './lab.ts'

type Answer = (result: unknown) => void
type Reader = (element: Element) => unknown

const rectOf: Reader = (element) => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return { id: element.id, dataset: {}, left, top, right, bottom, width, height }
}
const scrollOf: Reader = ({ scrollTop, scrollLeft }) => ({ scrollTop, scrollLeft })
const nodeOf: Reader = (element) => ({ node: (element as { node?: unknown }).node ?? element })

/** Elements of the page in front; ids end with the id the program gave. */
export function select(selector: string): Element[] {
  return [...topPage().scroller.querySelectorAll(selector.replace(/#([\w-]+)/g, '[id$="$1"]').replace('>>>', ' '))]
}

/** Measures elements of the page in front. */
export function createSelectorQuery() {
  const jobs: (() => unknown)[] = []
  const reader = (find: () => Element[], isMany: boolean) => {
    const read = (one: Reader) => (answer?: Answer) => {
      jobs.push(() => {
        const found = find().map(one)
        const result = isMany ? found : (found[0] ?? null)
        answer?.(result)
        return result
      })
      return query
    }
    return {
      boundingClientRect: read(rectOf),
      scrollOffset: read(scrollOf),
      node: read(nodeOf),
      fields: (wanted: { node?: boolean }, answer?: Answer) =>
        read((element) => ({ ...(rectOf(element) as object), ...(wanted.node ? (nodeOf(element) as object) : {}) }))(answer),
    }
  }
  const find = (selector: string) => () => select(selector)
  const query = {
    in: () => query,
    select: (selector: string) => reader(find(selector), false),
    selectAll: (selector: string) => reader(find(selector), true),
    selectViewport: () => reader(() => [topPage().scroller], false),
    exec(answer?: Answer) {
      setTimeout(() => answer?.(jobs.map((job) => job())))
      return query
    },
  }
  return query
}
