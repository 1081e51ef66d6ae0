/** Only a browser goes away to log in and comes back. */
export function catchReturn(): void {}
