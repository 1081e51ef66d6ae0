import type { ColleagueHonour, ShownBadge } from '@yijian/shared/honour/shapes'
import { renderAsync } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from '../core/drawing/fonts.ts'
import { qrPath } from '../core/drawing/qr.ts'

export const POSTER_WIDTH = 750
export const POSTER_HEIGHT = 1334

/** A picture from WeChat, or a text to draw as a plain code. */
export type PosterCode = { kind: 'mini-program'; type: string; bytes: Uint8Array } | { kind: 'web'; text: string }

const MARGIN = 56
const ink = { text: '#14211c', soft: '#5f6c66', brand: '#0b7a58', give: '#ba4017', gold: '#8a5e00', goldTint: '#fdf4dc', line: '#e3eae6' }

/** The same drawings as in the app, on a square of 24. */
const icons: Record<string, string> = {
  'first-activity': 'M12 20.5V13M12 13c0-5 2.9-8.2 8-8.5.2 5.4-2.9 8.5-8 8.5ZM12 16.5c0-3.7-2.6-6-7.5-6 0 4.2 2.7 6.5 7.5 6M12 13l3.5-3.7',
  'first-hosted': 'M4.5 10v4h3l8 4V6l-8 4h-3ZM18.5 9.5a3.5 3.5 0 0 1 0 5M8 14.2 9 19.5h2.5',
  'first-donation': 'M12 20C6.5 16.3 4 13.2 4 9.7A4.3 4.3 0 0 1 12 7.5a4.3 4.3 0 0 1 8 2.2c0 3.5-2.5 6.6-8 10.3Z',
}
const anyBadge = 'M12 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8.7 13.6 7.5 20.5 12 18l4.5 2.5-1.2-6.9'

/** Draws a poster as PNG. The fonts come with the packages, so that it looks alike on every machine. */
export async function drawPoster(honour: ColleagueHonour, code: PosterCode): Promise<Buffer> {
  const picture = await renderAsync(posterSvg(honour, code), {
    font: { loadSystemFonts: false, fontFiles: [fontFiles.regular, fontFiles.bold], defaultFontFamily: fontFamily },
  })
  return picture.asPng()
}

export function posterSvg(honour: ColleagueHonour, code: PosterCode): string {
  const { badges, projects } = honour
  const parts = [
    badges === null || badges.length === 0 ? [] : [{ height: 232, draw: (y: number) => drawBadges(y, badges) }],
    projects === null || projects.length === 0
      ? []
      : [{ height: 60 + 42 * Math.min(3, projects.length), draw: (y: number) => drawProjects(y, projects) }],
  ].flat()
  let y = 664
  const drawn = parts.map(({ height, draw }) => {
    const at = y
    y += height
    return draw(at)
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${POSTER_WIDTH}" height="${POSTER_HEIGHT}" viewBox="0 0 ${POSTER_WIDTH} ${POSTER_HEIGHT}" font-family="${fontFamily}">
<defs>
<linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#0f8a64"/><stop offset="1" stop-color="#075440"/></linearGradient>
</defs>
<rect width="${POSTER_WIDTH}" height="${POSTER_HEIGHT}" fill="#f4f6f5"/>
<path d="M0 0h750v560c-190 70-560 70-750 0z" fill="url(#ground)"/>
<circle cx="690" cy="70" r="190" fill="#ffffff" opacity="0.05"/><circle cx="60" cy="470" r="150" fill="#ffffff" opacity="0.04"/>
${drawName(honour)}
${drawFigures(honour)}
${drawn.join('\n')}
${drawCode(code)}
</svg>`
}

function drawName({ person: { name, department }, leaderYears }: ColleagueHonour): string {
  const title = leaderYears === null || leaderYears.length === 0 ? '' : ` · 益践领袖 ${leaderYears.join('、')}`
  return `<g fill="none" stroke="#ffffff" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" transform="translate(${MARGIN - 4} 62) scale(1.7)"><path d="${icons['first-activity']}"/></g>
${words('益践', { x: MARGIN + 46, y: 94, size: 30, weight: 700, fill: '#ffffff' })}
${words('每一小时，都有来处', { x: POSTER_WIDTH - MARGIN, y: 92, size: 24, fill: '#ffffff', opacity: 0.8, anchor: 'end' })}
${words(shorten(name, 9), { x: MARGIN, y: 232, size: 68, weight: 700, fill: '#ffffff' })}
${words(`${shorten(department, 12)}${title}`, { x: MARGIN, y: 284, size: 28, fill: '#ffffff', opacity: 0.85 })}`
}

/** One to three figures side by side on a card; without any the card thanks instead. */
function drawFigures({ minutes, sessions, donatedFen }: ColleagueHonour): string {
  const figures = [
    ...(minutes === null ? [] : [{ value: tenths(minutes), unit: '小时', label: '公益时', fill: ink.brand }]),
    ...(sessions === null ? [] : [{ value: grouped(sessions), unit: '场', label: '志愿服务', fill: ink.text }]),
    ...(donatedFen === null ? [] : [{ value: `¥${grouped(Math.floor(donatedFen / 100))}`, unit: '', label: '捐出公益金', fill: ink.give }]),
  ]
  const top = 356
  const card = `<rect x="${MARGIN}" y="${top}" width="${POSTER_WIDTH - 2 * MARGIN}" height="264" rx="36" fill="#ffffff"/>`
  if (figures.length === 0) {
    return `${card}${words('谢谢你，和大家一起做公益', { x: POSTER_WIDTH / 2, y: top + 146, size: 38, weight: 700, fill: ink.brand, anchor: 'middle' })}`
  }
  const column = (POSTER_WIDTH - 2 * MARGIN) / figures.length
  const longest = Math.max(...figures.map(({ value, unit }) => value.length * 0.57 + unit.length * 0.4))
  const size = Math.min(112, Math.floor((column - 28) / longest))
  const baseline = top + 116 + size * 0.24
  const drawn = figures.map(({ value, unit, label, fill }, at) => {
    const x = MARGIN + column * (at + 0.5)
    const unitWords = unit === '' ? '' : `<tspan font-size="${Math.round(size * 0.36)}" font-weight="400" dx="8">${unit}</tspan>`
    return `<text x="${x}" y="${baseline}" font-size="${size}" font-weight="700" fill="${fill}" text-anchor="middle">${value}${unitWords}</text>
${words(label, { x, y: baseline + 58, size: 26, fill: ink.soft, anchor: 'middle' })}`
  })
  return card + drawn.join('\n')
}

function drawBadges(top: number, badges: readonly ShownBadge[]): string {
  const shown = badges.slice(-4)
  const column = (POSTER_WIDTH - 2 * MARGIN) / 4
  const drawn = shown.map(({ code, name }, at) => {
    const x = MARGIN + column * (at + 0.5)
    return `<rect x="${x - 50}" y="${top + 56}" width="100" height="100" rx="32" fill="${ink.goldTint}"/>
<g fill="none" stroke="${ink.gold}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" transform="translate(${x - 28.8} ${top + 77}) scale(2.4)"><path d="${icons[code] ?? anyBadge}"/></g>
${words(name.zh, { x, y: top + 194, size: 22, fill: ink.text, anchor: 'middle' })}`
  })
  return `${words('徽章', { x: MARGIN, y: top + 32, size: 28, weight: 700, fill: ink.text })}${drawn.join('')}`
}

function drawProjects(top: number, projects: readonly { title: string }[]): string {
  const drawn = projects
    .slice(0, 3)
    .map(
      ({ title }, at) =>
        `<circle cx="${MARGIN + 8}" cy="${top + 66 + at * 42}" r="5" fill="${ink.brand}"/>${words(shorten(title, 22), { x: MARGIN + 30, y: top + 75 + at * 42, size: 26, fill: ink.text })}`,
    )
  return `${words('主理的项目', { x: MARGIN, y: top + 24, size: 28, weight: 700, fill: ink.text })}${drawn.join('')}`
}

/** The code lies on white with its quiet zone, in the corner where a thumb does not cover it. */
function drawCode(code: PosterCode): string {
  const side = 180
  const [x, y] = [POSTER_WIDTH - MARGIN - side, POSTER_HEIGHT - 52 - side]
  const line = `<path d="M${MARGIN} ${y - 28}H${POSTER_WIDTH - MARGIN}" stroke="${ink.line}" stroke-width="2"/>`
  const say = code.kind === 'web' ? '扫一扫' : '微信扫一扫'
  return `${line}<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="16" fill="#ffffff"/>${picture(code, { x, y, side })}
${words(`${say}，看我的荣誉页`, { x: MARGIN, y: y + 84, size: 32, weight: 700, fill: ink.text })}
${words('一起来做公益，下一场见', { x: MARGIN, y: y + 130, size: 25, fill: ink.soft })}`
}

function picture(code: PosterCode, { x, y, side }: { x: number; y: number; side: number }): string {
  if (code.kind === 'mini-program') {
    const data = `data:${code.type};base64,${Buffer.from(code.bytes).toString('base64')}`
    return `<image x="${x + 6}" y="${y + 6}" width="${side - 12}" height="${side - 12}" href="${data}"/>`
  }
  const { modules, path } = qrPath(code.text)
  const scale = side / (modules + 8)
  return `<path transform="translate(${x + 4 * scale} ${y + 4 * scale}) scale(${scale})" d="${path}" fill="#000000" shape-rendering="crispEdges"/>`
}

interface Words {
  x: number
  y: number
  size: number
  fill: string
  weight?: 400 | 700
  opacity?: number
  anchor?: 'start' | 'middle' | 'end'
}

function words(text: string, { x, y, size, fill, weight = 400, opacity = 1, anchor = 'start' }: Words): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" fill-opacity="${opacity}" text-anchor="${anchor}">${escape(text)}</text>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Names and titles are text, never markup. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function shorten(text: string, most: number): string {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}

/** Hours as the app shows them, with at most one decimal. */
function tenths(minutes: number): string {
  const [whole = '0', rest = '0'] = (Math.round(minutes / 6) / 10).toFixed(1).split('.')
  return rest === '0' ? grouped(Number(whole)) : `${grouped(Number(whole))}.${rest}`
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}
