/** WeChat's built-in components: plain elements, custom ones where the tag has behaviour. */
interface Field extends HTMLElement {
  inner: HTMLInputElement | HTMLTextAreaElement
}

const switches = new Set(['disabled', 'checked', 'focus', 'password', 'scroll-x', 'scroll-y', 'hidden', 'loading', 'plain'])
const setNative = Element.prototype.setAttribute

/** Undefined booleans arrive as an empty string, and screen readers know `role`, not `aria-role`. */
Element.prototype.setAttribute = function (name, value) {
  if (this.localName.startsWith('wx-')) {
    const isEmpty = value === '' || value === 'undefined'
    if (isEmpty && (switches.has(name) || name.startsWith('aria-'))) return this.removeAttribute(name)
    if (name === 'aria-role') setNative.call(this, 'role', value)
  }
  setNative.call(this, name, value)
}

export function fire(element: Element, type: string, detail: unknown): void {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: false }))
}

interface Behaviour<E extends HTMLElement> {
  init: (element: E) => void
  change?: (element: E, name: string, value: string | null) => void
}

function define<E extends HTMLElement>(tag: string, attributes: string[], { init, change }: Behaviour<E>) {
  customElements.define(
    `wx-${tag}`,
    class extends HTMLElement {
      static readonly observedAttributes = attributes
      private isUp = false

      connectedCallback() {
        if (this.isUp) return
        this.isUp = true
        init(this as unknown as E)
        for (const name of attributes) if (this.hasAttribute(name)) change?.(this as unknown as E, name, this.getAttribute(name))
      }

      attributeChangedCallback(name: string, _before: string | null, value: string | null) {
        if (this.isUp) change?.(this as unknown as E, name, value)
      }
    },
  )
}

define<HTMLElement & { picture: HTMLImageElement }>('image', ['src'], {
  init(element) {
    element.picture = element.appendChild(document.createElement('img'))
    element.picture.alt = element.getAttribute('aria-label') ?? ''
    element.picture.onload = () => fire(element, 'load', { width: element.picture.naturalWidth, height: element.picture.naturalHeight })
    element.picture.onerror = () => fire(element, 'error', { errMsg: 'load fail' })
  },
  change: (element, _name, value) => void (element.picture.src = value ?? ''),
})

define<HTMLElement & { node: HTMLCanvasElement }>('canvas', [], {
  init(element) {
    element.node = element.appendChild(document.createElement('canvas'))
  },
})

function field(tag: 'input' | 'textarea'): Behaviour<Field> {
  return {
    init(element) {
      element.inner = element.appendChild(document.createElement(tag))
      const tell = (type: string) => fire(element, type, { value: element.inner.value, cursor: element.inner.selectionStart ?? 0 })
      for (const type of ['input', 'focus', 'blur']) {
        element.inner.addEventListener(type, (event) => {
          event.stopPropagation()
          tell(type)
        })
      }
      element.inner.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') tell('confirm')
      })
    },
    change(element, name, value) {
      const { inner } = element
      if (name === 'value') {
        if (inner.value !== (value ?? '')) inner.value = value ?? ''
      } else if (name === 'disabled') inner.disabled = value === 'true'
      else if (name === 'maxlength') inner.maxLength = Number(value ?? -1)
      else inner.setAttribute(name, value ?? '')
    },
  }
}

const fieldAttributes = ['value', 'placeholder', 'maxlength', 'disabled', 'aria-label']
define('input', fieldAttributes, field('input'))
define('textarea', fieldAttributes, field('textarea'))

/** A picker asks the test what the person chooses. */
define<HTMLElement>('picker', [], {
  init(element) {
    element.addEventListener('click', () => {
      const value = window.__lab.answers.picker?.({ mode: element.getAttribute('mode'), value: element.getAttribute('value') })
      if (value !== undefined) fire(element, 'change', { value })
    })
  },
})

/** Buttons that WeChat itself acts on. */
define<HTMLElement>('button', [], {
  init(element) {
    element.setAttribute('role', 'button')
    element.addEventListener('click', () => {
      const type = element.getAttribute('open-type')
      if (type === 'agreePrivacyAuthorization') fire(element, 'agreeprivacyauthorization', {})
      if (type === 'share') void window.__lab.stack[window.__lab.stack.length - 1]?.caller.onShareAppMessage?.({ from: 'button' })
    })
  },
})
