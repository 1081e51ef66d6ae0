import { QueryClientProvider } from '@tanstack/react-query'
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { connectQueryClient, queryClient, setAppShown } from './api/query-client'
import './app.scss'
import { useDeviceLook } from './platform/device-look'
import { watchNetwork } from './platform/network'
import { watchPrivacy } from './platform/privacy'
import { watchSystemTheme } from './platform/system-theme'
import { watchUpdates } from './platform/update'
import { catchReturn } from './platform/web-login'

// The router reads the address as soon as it starts.
catchReturn()

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    connectQueryClient()
    watchNetwork()
    watchSystemTheme()
    watchPrivacy()
    watchUpdates()
  })
  useDidShow(() => setAppShown(true))
  useDidHide(() => setAppShown(false))
  useDeviceLook()
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
