import { Text as TaroText, View as TaroView } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { BoxProps, HeadingProps, LabelProps } from './elements.types'

// Narrowed on purpose: whatever these types do not know would not work on h5 either.
export const View = TaroView as ComponentType<BoxProps>
export const Text = TaroText as ComponentType<BoxProps>

export function Heading({ className, children }: HeadingProps) {
  return (
    <View aria-role="heading" className={className}>
      {children}
    </View>
  )
}

export function Label({ className, children }: LabelProps) {
  return <View className={className}>{children}</View>
}
