import { useMemo } from 'react'
import { View } from './elements'
import { drawQr } from './qr-picture'

interface QrCodeProps {
  text: string
  /** What it is for: `签到码`. */
  label: string
  /** The most it may take, in pixels; the true size is a whole number of pixels for each module. */
  maxSize?: number
}

/** Black on white in both themes, with its quiet zone. */
export function QrCode({ text, label, maxSize = 264 }: QrCodeProps) {
  const { side, uri } = useMemo(() => drawQr(text), [text])
  const size = side * Math.max(1, Math.floor(maxSize / side))
  return (
    <View
      aria-role="img"
      aria-label={label}
      style={{
        width: `${size}px`,
        height: `${size}px`,
        margin: '0 auto',
        borderRadius: '8px',
        backgroundColor: '#fff',
        backgroundImage: `url("${uri}")`,
        backgroundSize: '100% 100%',
      }}
    />
  )
}
