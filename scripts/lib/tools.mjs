import { existsSync } from 'node:fs'
import { has, installPackages, whereIs } from './machine.mjs'
import { attempt } from './run.mjs'
import { Sentence } from './sentence.mjs'

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macBrowsers = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

function findBrowser() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH))
    throw new Sentence(`CHROMIUM_PATH says ${CHROMIUM_PATH}, which does not exist; correct or unset it.`)
  return CHROMIUM_PATH || browsers.flatMap(whereIs)[0] || macBrowsers.find(existsSync)
}

/** Without a Chinese font a browser on Linux draws empty boxes. */
async function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { code, output } = await attempt('fc-list', [':lang=zh', 'family'])
  return code === 0 && output.trim() !== ''
}

/** What the tests need beside Node: a browser, a Chinese font, and readers of QR codes, PDF and spreadsheets. Gives the browser's path. */
export async function bringTestTools() {
  const missing = [
    ...(findBrowser() ? [] : [{ apt: 'chromium', brew: 'chromium' }]),
    ...((await hasChineseFont()) ? [] : [{ apt: 'fonts-noto-cjk', brew: 'font-noto-sans-cjk' }]),
    // Tells which fonts there are; a bare system has none to ask.
    ...(process.platform !== 'linux' || has('fc-list') ? [] : [{ apt: 'fontconfig', brew: 'fontconfig' }]),
    ...(has('zbarimg') ? [] : [{ apt: 'zbar-tools', brew: 'zbar' }]),
    ...(has('pdftotext') ? [] : [{ apt: 'poppler-utils', brew: 'poppler' }]),
    // Without its windows: a third of the whole.
    ...(has('soffice') ? [] : [{ apt: 'libreoffice-calc-nogui', brew: 'libreoffice' }]),
  ]
  if (missing.length > 0) {
    const packages = { apt: missing.map(({ apt }) => apt), brew: missing.map(({ brew }) => brew) }
    await installPackages('tools', packages, 'set CHROMIUM_PATH to a Chromium or Chrome you have if that is what is missing')
  }
  const browser = findBrowser()
  if (!browser) throw new Sentence('No Chromium was found after installing it; set CHROMIUM_PATH to a Chromium or Chrome you have.')
  return browser
}
