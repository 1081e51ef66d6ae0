import Taro from '@tarojs/taro'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import type { ScannerProps } from './scanner.types'
import { platformText } from './text'
import { TypedCode } from './TypedCode'

/** WeChat's own scanner, and a typed code for those who cannot use it. */
export function Scanner({ onCode, busy, words }: ScannerProps) {
  const t = useText(platformText)
  const scan = () => {
    Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
      ({ result }) => onCode(result),
      // Closing the scanner is a choice, not a fault.
      () => undefined,
    )
  }
  return (
    <>
      <Button icon="scan" busy={busy} onTap={scan}>
        {t.scan}
      </Button>
      <TypedCode onCode={onCode} busy={busy} words={words} />
    </>
  )
}
