/** A browser has its own pull; the page header offers a button. */
export function useRefresh(_refresh: (() => Promise<unknown>) | undefined): void {}
