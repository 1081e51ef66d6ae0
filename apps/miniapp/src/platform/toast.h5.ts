let live: HTMLDivElement | undefined
let leaving: ReturnType<typeof setTimeout> | undefined

/** A live region, so that screen readers say the message; its look stands in h5.scss. */
export function toast(message: string): void {
  live ??= document.body.appendChild(Object.assign(document.createElement('div'), { className: 'toast' }))
  live.setAttribute('role', 'status')
  live.textContent = message
  live.classList.add('toast-shown')
  clearTimeout(leaving)
  leaving = setTimeout(() => live?.classList.remove('toast-shown'), Math.min(6000, 2000 + message.length * 80))
}
