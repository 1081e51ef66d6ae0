import { drawSvg } from '@yijian/api/core/drawing/draw-svg'
import { handlers } from '@yijian/api/server'
import type { ImagePurpose } from '@yijian/shared/file/shapes'
import type { World } from './world.ts'

/** Drawn, and no photographs: nobody real is in the demo. */
const drawings = {
  bag: {
    ground: '#e7efe6',
    shapes: `<path d="M290 250c0-90 220-90 220 0" fill="none" stroke="#8a7a5c" stroke-width="16"/>
<path d="M220 250h360l-26 280q-4 30-34 30H280q-30 0-34-30z" fill="#e9dfc9"/><path d="M220 250h360l-5 54H225z" fill="#dccfb2"/>
<circle cx="400" cy="420" r="62" fill="#2f8f5b"/><path d="M372 424c10-46 48-50 62-48-2 34-16 62-60 62zm0 26 34-44" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round"/>`,
  },
  vest: {
    ground: '#eaf1ec',
    shapes: `<path d="M280 130l70-20q50 54 100 0l70 20 34 110-24 20v250q0 20-20 20H290q-20 0-20-20V260l-24-20z" fill="#2f9a63"/>
<path d="M350 110q50 54 100 0v420H350z" fill="#37a96e"/><path d="M400 150v380" stroke="#227a4c" stroke-width="6"/>
<path d="M270 330h260v34H270z" fill="#f4f2d0"/><path d="M270 440h260v22H270z" fill="#f4f2d0"/><rect x="292" y="220" width="66" height="54" rx="8" fill="#227a4c"/>`,
  },
  cup: {
    ground: '#eef0f4',
    shapes: `<rect x="310" y="110" width="180" height="70" rx="22" fill="#39424e"/><rect x="330" y="180" width="140" height="22" fill="#c9d0d8"/>
<path d="M300 202h200v300q0 46-46 46H346q-46 0-46-46z" fill="#5fa98a"/><path d="M322 202h36v346h-12q-24-4-24-46z" fill="#7dc0a3"/>
<circle cx="412" cy="370" r="40" fill="none" stroke="#eaf6f0" stroke-width="8"/><path d="M394 374c6-30 32-32 40-30-2 22-10 40-38 40z" fill="#eaf6f0"/>`,
  },
  calendar: {
    ground: '#e6f0f4',
    shapes: `<path d="M230 470l40-330h320l40 330z" fill="#fffdf6"/><path d="M270 140h320l16 132H254z" fill="#8fc4d6"/>
<path d="M254 272q60-60 120-20t110-10 122 30z" fill="#4f9d7a"/><path d="M330 200q20-22 40 0 20-22 40 0" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round"/>
<path d="M470 180q14-16 28 0 14-16 28 0" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/>
<g fill="#b9c3bd"><rect x="276" y="320" width="300" height="14" rx="7"/><rect x="272" y="360" width="308" height="14" rx="7"/><rect x="268" y="400" width="316" height="14" rx="7"/></g><path d="M220 470h420v26H220z" fill="#d9d2bf"/>`,
  },
  lunchTray: {
    ground: '#f4ead8',
    shapes: `<rect x="150" y="150" width="500" height="320" rx="44" fill="#cfd8dc"/><rect x="174" y="174" width="210" height="130" rx="26" fill="#eef3f5"/><rect x="404" y="174" width="222" height="130" rx="26" fill="#eef3f5"/><rect x="174" y="322" width="452" height="124" rx="26" fill="#eef3f5"/>
<ellipse cx="400" cy="384" rx="170" ry="44" fill="#fffdf4"/><g fill="#6aa84f"><circle cx="240" cy="236" r="30"/><circle cx="284" cy="250" r="26"/><circle cx="322" cy="228" r="28"/></g>
<g fill="#d9713c"><rect x="436" y="212" width="70" height="54" rx="16"/><rect x="522" y="216" width="74" height="50" rx="16"/></g><g stroke="#d8b98a" stroke-width="10" stroke-linecap="round"><path d="M690 160v320"/><path d="M716 160v320"/></g>`,
  },
} as const
export type Drawing = keyof typeof drawings

/** A drawing handed in by somebody, as a phone hands in a picture. */
export async function handIn({ cast }: World, who: string, { name, purpose }: { name: Drawing; purpose: ImagePurpose }): Promise<string> {
  const { ground, shapes } = drawings[name]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${ground}"/><ellipse cx="400" cy="560" rx="240" ry="16" fill="#00000014"/>${shapes}</svg>`
  const file = { type: 'image/png', bytes: await drawSvg(svg) }
  return (await handlers.uploadImage(await cast.as(who), { query: { purpose }, file })).id
}
