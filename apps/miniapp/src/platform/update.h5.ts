/** A browser gets the newest files with the page. */
export function watchUpdates(): void {}
