import Taro from '@tarojs/taro'
import { currentSettings } from '@/lib/settings'
import { featureText } from '@/i18n/feature-text'

const words = featureText({
  zh: { title: '新版本已就绪', content: '重启后使用最新版本，正在填写的内容请先提交。', confirm: '立即重启', cancel: '稍后' },
  en: {
    title: 'A new version is ready',
    content: 'Restart to use it; submit what you are filling in first.',
    confirm: 'Restart',
    cancel: 'Later',
  },
})

/** Offers the restart once a new version is downloaded; some desktop clients of WeCom have no such manager. */
export function watchUpdates(): void {
  const manager = Taro.getUpdateManager?.()
  manager?.onUpdateReady(() => {
    const { title, content, confirm, cancel } = words[currentSettings().language]
    void Taro.showModal({ title, content, confirmText: confirm, cancelText: cancel }).then((answer) => {
      if (answer.confirm) manager.applyUpdate()
    })
  })
}
