export interface ShareCard {
  title: string
  /** From `addressOf(route, params)`. */
  path: string
  imageUrl?: string
}
