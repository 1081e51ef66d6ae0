import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FundProjectCard } from '@yijian/shared/fund/shapes'
import type { ToDo } from '@yijian/shared/home/shapes'
import type { Login, Persona } from '@yijian/shared/people/shapes'
import type { SessionCard } from '@yijian/shared/project/shapes'
import type { Browser } from 'playwright-core'
import { desktop, launchBrowser, openPage, phone } from '../test/support/browser.ts'

/** The pictures of README, taken from the running demo: `npm start`, then `tsx scripts/screenshots.ts`. */
const base = process.env['BASE_URL'] ?? 'http://127.0.0.1:8787'
const folder = fileURLToPath(new URL('../docs/images', import.meta.url))

/** Asks the API as the person of the picture. */
type Ask = <T>(path: string) => Promise<T>

interface Shot {
  name: string
  /** The first words of the persona's part, which the demo gives out. */
  part: string
  path: (ask: Ask) => Promise<string> | string
  viewport?: typeof phone
  theme?: 'dark'
}

/** A coming session that is nearly full. */
async function coveredSession(ask: Ask): Promise<string> {
  const { items } = await ask<{ items: SessionCard[] }>('/sessions?limit=50&open=true')
  const filled = ({ confirmed, capacity }: SessionCard) => (capacity === null || confirmed >= capacity ? 0 : confirmed / capacity)
  const [fullest] = items.toSorted((a, b) => filled(b) - filled(a))
  return `pages/session/index?sessionId=${fullest?.id}`
}

/** The code of the session that is running. */
async function codeScreen(ask: Ask): Promise<string> {
  const { items } = await ask<{ items: ToDo[] }>('/me/to-dos')
  return `host/pages/code/index?sessionId=${items.find(({ kind }) => kind === 'session-running')?.sessionId}`
}

/** A listed fund project that has reported. */
async function fundPage(ask: Ask): Promise<string> {
  const { items } = await ask<{ items: FundProjectCard[] }>('/fund-projects?limit=20')
  const [fullest] = items.toSorted((a, b) => b.receivedFen - a.receivedFen)
  return `giving/pages/fund/index?fundProjectId=${fullest?.id}`
}

const shots: Shot[] = [
  { name: 'home', part: '员工', path: () => 'pages/home/index' },
  { name: 'session', part: '新同事', path: coveredSession },
  { name: 'code', part: '主理人', path: codeScreen, theme: 'dark' },
  { name: 'credit', part: '员工', path: () => 'pages/credit/index' },
  { name: 'fund', part: '员工', path: fundPage },
  { name: 'donate', part: '员工', path: async (ask) => (await fundPage(ask)).replace('/fund/', '/donate/') },
  { name: 'points', part: '员工', path: () => 'merit/pages/points/index', theme: 'dark' },
  { name: 'honour', part: '员工', path: () => 'merit/pages/honour/index' },
  { name: 'year', part: 'HR', path: () => 'desk/pages/year/index', viewport: desktop },
  { name: 'payouts', part: '运营', path: () => 'desk/pages/payouts/index', viewport: desktop },
]

async function askerFor(person: Persona): Promise<Ask> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${base}/api/v1/logins/demo`, { method: 'POST', headers, body: JSON.stringify({ personaId: person.id }) })
  const { accessToken } = (await reply.json()) as Login
  return async <T>(path: string) => {
    const answer = await fetch(`${base}/api/v1${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
    return (await answer.json()) as T
  }
}

async function take(browser: Browser, personas: Persona[], { name, part, path, viewport = phone, theme }: Shot): Promise<void> {
  const person = personas.find((one) => one.part.zh.startsWith(part))
  if (person === undefined) throw new Error(`the demo has nobody for ${part}`)
  const { page } = await openPage(browser, { viewport, theme: theme ?? 'light' })
  await page.goto(`${base}/#/pages/login/index`)
  await page.getByText(person.name, { exact: true }).click()
  await page.getByText('我的公益时').locator('visible=true').first().waitFor()
  await page.goto(`${base}/#/${await path(await askerFor(person))}`)
  // Figures, skeletons and pictures have settled once nothing is asked for any more.
  await page.waitForTimeout(2_500)
  await page.screenshot({ path: `${folder}/${name}.png`, scale: 'css' })
  await page.context().close()
}

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
const reply = await fetch(`${base}/api/v1/logins/personas`)
const { items } = (await reply.json()) as { items: Persona[] }
for (const shot of shots) await take(browser, items, shot)
await browser.close()
