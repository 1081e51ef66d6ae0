import type { ShareCard } from './share.types'

/** A browser has no share menu to fill; ShareButton offers the link. */
export function useShareCard(_card: ShareCard): void {}
