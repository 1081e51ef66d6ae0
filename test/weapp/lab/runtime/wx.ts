import { fail, succeed } from './answers.ts'
import type { Options } from './answers.ts'
import { lab, setup, systemTheme, topPage } from './lab.ts'
import { CAPSULE, STATUS_HEIGHT } from './look.ts'
import { closePage, openPage, showTop } from './pages.ts'
import { drawShell, drawToast, dress, isTab, shell } from './shell.ts'
import { request } from './request.ts'
import { createSelectorQuery, select } from './selector-query.ts'
import { storage } from './storage.ts'

const windowInfo = () => ({
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  pixelRatio: devicePixelRatio,
  statusBarHeight: STATUS_HEIGHT,
  safeArea: { top: STATUS_HEIGHT, left: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight - STATUS_HEIGHT },
})
const appInfo = () => ({
  ...windowInfo(),
  brand: 'lab',
  model: 'lab',
  system: 'lab 1',
  platform: 'ios',
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: systemTheme(),
  ...(setup.weCom ? { environment: 'wxwork' } : {}),
})
const capsule = () => {
  const top = STATUS_HEIGHT + 6
  const right = innerWidth - CAPSULE.right
  return { top, right, left: right - CAPSULE.width, bottom: top + CAPSULE.height, width: CAPSULE.width, height: CAPSULE.height }
}
export const launchOptions = { path: '', query: {}, scene: 1001, referrerInfo: {} }
const urlOf = (options: Options) => String(options.url)
const closeAll = () => {
  while (lab.stack.length > 0) closePage()
}

function move(name: string, options: Options, before: () => void): void {
  before()
  openPage(urlOf(options)).then(
    () => succeed(options, name),
    (fault: unknown) => fail(options, name, String(fault)),
  )
}

const navigation = {
  navigateTo: (options: Options) => move('navigateTo', options, () => {}),
  redirectTo: (options: Options) => move('redirectTo', options, closePage),
  switchTab: (options: Options) => move('switchTab', options, closeAll),
  reLaunch: (options: Options) => move('reLaunch', options, closeAll),
  pageScrollTo(options: Options) {
    const { scroller } = topPage()
    const part = select(String(options.selector))[0]
    if (!part) return fail(options, 'pageScrollTo', `no node ${String(options.selector)}`)
    const offset = Number(options.offsetTop ?? 0)
    scroller.scrollTop += part.getBoundingClientRect().top - scroller.getBoundingClientRect().top + offset
    succeed(options, 'pageScrollTo')
  },
  navigateBack(options?: Options) {
    for (let left = Number(options?.delta ?? 1); left > 0 && lab.stack.length > 1; left--) closePage()
    showTop()
    succeed(options, 'navigateBack')
  },
}
shell.switchTab = (url) => navigation.switchTab({ url })
shell.goBack = () => navigation.navigateBack()

/** Bars: like WeChat, the tab bar can only be changed while a tab page is in front. */
const bars = {
  setNavigationBarTitle(options: Options) {
    topPage().title = String(options.title)
    drawShell()
    succeed(options, 'setNavigationBarTitle')
  },
  setNavigationBarColor(options: Options) {
    dress.navigation = { frontColor: String(options.frontColor), backgroundColor: String(options.backgroundColor) }
    drawShell()
    succeed(options, 'setNavigationBarColor')
  },
  setBackgroundColor(options: Options) {
    dress.background = String(options.backgroundColor)
    drawShell()
    succeed(options, 'setBackgroundColor')
  },
  setTabBarStyle(options: Options) {
    if (!isTab(topPage().path)) return fail(options, 'setTabBarStyle', 'not TabBar page')
    dress.tabBar = options as typeof dress.tabBar
    drawShell()
    succeed(options, 'setTabBarStyle')
  },
  setTabBarItem({ index, text, iconPath, selectedIconPath, ...options }: Options) {
    if (!isTab(topPage().path)) return fail(options, 'setTabBarItem', 'not TabBar page')
    dress.tabs.set(Number(index), { text: String(text), iconPath: String(iconPath), selectedIconPath: String(selectedIconPath) })
    drawShell()
    succeed(options, 'setTabBarItem')
  },
  showToast(options: Options) {
    drawToast(String(options.title), Number(options.duration ?? 1500))
    succeed(options, 'showToast')
  },
}

const device = {
  getSystemInfoSync: appInfo,
  getWindowInfo: windowInfo,
  getAppBaseInfo: appInfo,
  getDeviceInfo: appInfo,
  getSystemSetting: () => ({}),
  getAppAuthorizeSetting: () => ({}),
  getMenuButtonBoundingClientRect: capsule,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => launchOptions,
  getEnterOptionsSync: () => launchOptions,
  canIUse: () => true,
  nextTick: (run: () => void) => setTimeout(run),
  getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
  getNetworkType: (options: Options) => succeed(options, 'getNetworkType', { networkType: 'wifi' }),
  getScreenBrightness: (options: Options) => succeed(options, 'getScreenBrightness', { value: 0.5 }),
  login: (options: Options) => succeed(options, 'login', { code: setup.loginCode ?? 'lab-code' }),
}

/** The app's own folder holds nothing here: what is written is noted as a call. A chosen picture is read from its data URL. */
const files = {
  getFileSystemManager: () => ({
    writeFile: recorded('writeFile', (options: Options) => succeed(options, 'writeFile')),
    readFile: recorded('readFile', (options: Options) => {
      fetch(String(options.filePath))
        .then(async (reply) => succeed(options, 'readFile', { data: await reply.arrayBuffer() }))
        .catch(() => fail(options, 'readFile', 'no such file or directory'))
    }),
  }),
}

// Taro promisifies only the names it finds at the start, so every API the app may call must stand here.
const quiet =
  'hideToast showLoading hideLoading showModal showActionSheet setBackgroundTextStyle stopPullDownRefresh startPullDownRefresh setTabBarBadge removeTabBarBadge showShareMenu hideShareMenu ' +
  'scanCode chooseMedia compressImage previewImage saveImageToPhotosAlbum openDocument setClipboardData getClipboardData uploadFile downloadFile getSetting openSetting authorize ' +
  'getPrivacySetting openPrivacyContract requirePrivacyAuthorize requestSubscribeMessage vibrateShort vibrateLong setKeepScreenOn setScreenBrightness makePhoneCall checkSession canvasToTempFilePath getImageInfo'
const listening =
  'onAppShow offAppShow onAppHide offAppHide onError offError onUnhandledRejection offUnhandledRejection onPageNotFound offPageNotFound onNetworkStatusChange offNetworkStatusChange onThemeChange offThemeChange onMemoryWarning onNeedPrivacyAuthorization'

export function createWx(): Record<string, unknown> {
  const apis: Record<string, (...given: never[]) => unknown> = {
    ...device,
    ...navigation,
    ...bars,
    ...storage,
    request,
    createSelectorQuery,
    ...files,
  }
  for (const name of quiet.split(' ')) apis[name] = (options?: Options) => succeed(options, name)
  for (const name of listening.split(' ')) apis[name] = (listener: never) => void (lab.listeners[name] ??= []).push(listener)
  const wx: Record<string, unknown> = Object.fromEntries(Object.entries(apis).map(([name, run]) => [name, recorded(name, run)]))
  wx.env = { USER_DATA_PATH: 'wxfile://usr' }
  if (setup.weCom)
    wx.qy = {
      canIUse: () => true,
      login: recorded('qy.login', (options: Options) => succeed(options, 'qy.login', { code: setup.loginCode ?? 'lab-code' })),
    }
  return wx
}

/** Notes each call, and lets a test answer in place of the API. */
function recorded(name: string, run: (...given: never[]) => unknown) {
  return (...given: never[]) => {
    lab.calls.push([name, given[0]])
    const answer = lab.answers[name]
    if (!answer) return run(...given)
    const options = given[0] as Options | undefined
    try {
      return succeed(options, name, answer(options) as object)
    } catch (fault) {
      return fail(options, name, fault instanceof Error ? fault.message : String(fault))
    }
  }
}
