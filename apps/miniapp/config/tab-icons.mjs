// Draws the tab bar's PNG icons from the SVG beside them: `node config/tab-icons.mjs`. WeChat takes no SVG there.
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const folder = path.resolve(import.meta.dirname, '../src/assets/tab')
const SIDE = 81
const colours = {
  light: { plain: '#5f6c66', selected: '#0b7a58', onBrand: '#ffffff' },
  dark: { plain: '#8f9e97', selected: '#45c496', onBrand: '#06231a' },
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const svg = fs.readFileSync(path.join(folder, file), 'utf8')
  for (const [theme, { plain, selected, onBrand }] of Object.entries(colours)) {
    for (const state of ['', '-selected']) {
      const look = `color:${state ? selected : plain};--brand:${selected};--on-brand:${onBrand}`
      await page.setContent(
        `<style>body{margin:0;${look}}svg{display:block;width:${SIDE}px;height:${SIDE}px;padding:6px;box-sizing:border-box}</style>${svg}`,
      )
      await page.screenshot({ path: path.join(folder, `${file.replace('.svg', '')}-${theme}${state}.png`), omitBackground: true })
    }
  }
}
await browser.close()
