import { forwardRef } from 'react'
import type { HTMLAttributes, Ref } from 'react'
import type { BoxProps, HeadingProps, LabelProps } from './elements.types'

type Attributes = Omit<BoxProps, 'ref'> & { 'aria-role'?: string }

// Plain elements in place of Taro's web components: readable by every assistive tool, and 100 kB lighter.
function toHtml({ catchMove: _weappOnly, 'aria-role': role, ...rest }: Attributes): HTMLAttributes<HTMLElement> {
  return role === undefined ? rest : { role, ...rest }
}

export const View = forwardRef(function View(props: Attributes, ref: Ref<HTMLDivElement>) {
  return <div ref={ref} {...toHtml(props)} />
})

export const Text = forwardRef(function Text(props: Attributes, ref: Ref<HTMLSpanElement>) {
  return <span ref={ref} {...toHtml(props)} />
})

const headings = { 1: 'h1', 2: 'h2', 3: 'h3' } as const

export function Heading({ level, className, children }: HeadingProps) {
  const Tag = headings[level]
  return <Tag className={className}>{children}</Tag>
}

export function Label({ for: htmlFor, className, children }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={className}>
      {children}
    </label>
  )
}
