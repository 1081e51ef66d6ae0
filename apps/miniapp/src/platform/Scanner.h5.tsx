import { useEffect, useRef, useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import type { ScannerProps } from './scanner.types'
import styles from './scanner.module.scss'
import { platformText } from './text'
import { TypedCode } from './TypedCode'

/** Not in TypeScript's own types yet: Chrome on Android and macOS have it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector
  }
}

const LOOK_EVERY_MS = 250

/** The camera where the browser can read codes, a typed code everywhere. */
export function Scanner({ onCode, busy, words }: ScannerProps) {
  const t = useText(platformText)
  const [state, setState] = useState<'idle' | 'running' | 'blocked'>('idle')
  const canRead = window.BarcodeDetector !== undefined && navigator.mediaDevices !== undefined
  const video = useCamera(state === 'running', onCode, () => setState('blocked'))
  return (
    <>
      {!canRead && <Notice icon="camera">{words?.noCamera ?? t.cameraUnknown}</Notice>}
      {state === 'blocked' && (
        <Notice tone="gold" icon="camera">
          {t.cameraBlocked}
        </Notice>
      )}
      {state === 'running' && (
        <div className={styles.frame}>
          <video ref={video} className={styles.video} autoPlay playsInline muted aria-label={t.scanHint} />
          <div className={styles.hint}>{t.scanHint}</div>
        </div>
      )}
      {canRead && state === 'idle' && (
        <Button icon="camera" busy={busy} onTap={() => setState('running')}>
          {t.startCamera}
        </Button>
      )}
      <TypedCode onCode={onCode} busy={busy} words={words} />
    </>
  )
}

/** Runs the camera and reports each new code once. */
function useCamera(isOn: boolean, onCode: (code: string) => void, onBlocked: () => void) {
  const video = useRef<HTMLVideoElement>(null)
  const report = useRef(onCode)
  const block = useRef(onBlocked)
  report.current = onCode
  block.current = onBlocked

  useEffect(() => {
    if (!isOn || !window.BarcodeDetector) return
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] })
    let last = ''
    const look = async () => {
      if (!video.current || video.current.readyState < 2) return
      const [found] = await detector.detect(video.current).catch(() => [])
      if (found && found.rawValue !== last) {
        last = found.rawValue
        report.current(last)
      }
    }
    const stream = navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    stream.then(
      (camera) => {
        if (video.current) video.current.srcObject = camera
      },
      () => block.current(),
    )
    return () => {
      clearInterval(timer)
      void stream.then(
        (camera) => camera.getTracks().forEach((track) => track.stop()),
        () => undefined,
      )
    }
  }, [isOn])

  return video
}
