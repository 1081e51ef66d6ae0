import './elements.ts'
import { appJson, lab, program, setup } from './lab.ts'
import { loadApp, startLogic } from './logic.ts'
import { baseStyle } from './look.ts'
import { openPage } from './pages.ts'
import { createWx, launchOptions } from './wx.ts'

// Starts the program as WeChat would: styles, logic layer, app, first page.
for (const css of [baseStyle, ...program.css]) document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
lab.open = openPage
startLogic(createWx())
const app = loadApp()
app.onLaunch?.(launchOptions)
app.onShow?.(launchOptions)
openPage(setup.entry ?? appJson.pages[0] ?? '').catch((fault: unknown) => console.error('the first page did not open', fault))
