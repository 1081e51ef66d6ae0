import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { buildFolder, openPage, phone } from '../../support/browser.ts'
import { buildLab } from './build-lab.ts'
import type { LabSetup } from './runtime/lab.ts'
import { serveLab } from './serve-lab.ts'

const OUT = path.resolve(import.meta.dirname, '../../output/lab')

interface LabServer {
  url: string
  close: () => Promise<void>
}

/** Prepares the release build for the browser and serves it in front of an API. */
export async function startLab({
  apiBase,
  dist = buildFolder('weapp'),
  out = OUT,
}: { apiBase?: string; dist?: string; out?: string } = {}): Promise<LabServer> {
  await buildLab(dist, out)
  return serveLab(out, apiBase)
}

interface OpenOptions extends LabSetup {
  theme?: 'light' | 'dark'
}

/** The mini-program as a person holds it: things are found by the words they show or are announced with. */
export interface MiniProgram {
  page: Page
  faults: string[]
  /** The page in front. */
  front: Locator
  tap: (name: string | RegExp) => Promise<void>
  fill: (label: string, value: string) => Promise<void>
  /** Waits until the page in front, the bars or a toast show these words. */
  sees: (words: string | RegExp) => Promise<void>
  text: () => Promise<string>
  title: () => Promise<string>
  /** The next call of a wx API gives this; an Error makes it fail. */
  answer: (api: string, result: object | string | number | Error) => Promise<void>
  pullDown: () => Promise<void>
  open: (url: string) => Promise<void>
  back: () => Promise<void>
  calls: (api: string) => Promise<unknown[]>
  close: () => Promise<void>
}

export async function openMiniProgram(browser: Browser, server: LabServer, { theme, ...setup }: OpenOptions = {}): Promise<MiniProgram> {
  const { page, faults } = await openPage(browser, { viewport: phone, theme })
  await page.addInitScript((given) => void (window.__labSetup = given), setup)
  await page.goto(server.url)
  const front = page.locator('mp-frame:visible')
  await front.locator('wx-view').first().waitFor()
  const announced = (name: string | RegExp) => front.locator('[role]:not([aria-hidden="true"])').and(front.getByLabel(name))
  const tab = (name: string | RegExp) => page.locator('#mp-tabs button', { hasText: name })
  const named = (name: string | RegExp) =>
    announced(name).or(front.getByRole('button', { name })).or(front.getByText(name)).or(tab(name)).first()
  return {
    page,
    faults,
    front,
    tap: (name) => touch(page, named(name)),
    fill: async (label, value) =>
      front
        .getByLabel(label)
        .locator('input, textarea')
        .or(front.locator(`input[aria-label="${label}"], textarea[aria-label="${label}"]`))
        .first()
        .fill(value),
    sees: async (words) => page.locator('body').getByText(words).locator('visible=true').first().waitFor(),
    text: () => front.innerText(),
    title: async () => (await page.locator('#mp-nav').textContent())?.replace('‹', '') ?? '',
    answer: (api, result) => {
      const given = result instanceof Error ? { fault: result.message } : { result }
      return page.evaluate(
        ([name, { fault, result: value }]) => {
          window.__lab.answers[name] = () => {
            if (fault) throw new Error(fault)
            return value
          }
        },
        [api, given as { fault?: string; result?: unknown }] as const,
      )
    },
    pullDown: () => page.evaluate(() => window.__lab.pullDown()),
    back: () => page.locator('#mp-nav button').click(),
    open: (url) => page.evaluate((address) => window.__lab.open(address), url),
    calls: (api) =>
      page.evaluate(
        (name) =>
          window.__lab.calls.filter(([called]) => called === name).map(([, given]) => JSON.parse(JSON.stringify(given ?? null)) as unknown),
        api,
      ),
    close: () => page.context().close(),
  }
}

/** A finger lands where a thing is, whether it is disabled or covered; what is on top receives it. */
async function touch(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to touch: it has no size')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}
