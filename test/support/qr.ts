import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture } from './browser.ts'

/** What an independent reader sees in the QR code on the screen; waits while a toast lies over it. */
export async function qrOnScreen(page: Page, name: string): Promise<string> {
  let read = ''
  const look = async () => {
    const picture = await keepPicture(page, name)
    read = spawnSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8' }).stdout.trim()
    return read
  }
  await expect.poll(look, { timeout: 15_000, interval: 500 }).not.toBe('')
  return read
}

/** What an independent reader sees in a picture on the disk. */
export function qrInPicture(path: string): string {
  return spawnSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8' }).stdout.trim()
}
