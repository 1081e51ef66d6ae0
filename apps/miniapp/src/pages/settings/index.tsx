import { AccountSettings } from '@/features/settings/AccountSettings'
import { LookSettings } from '@/features/settings/LookSettings'
import { PrivacySettings } from '@/features/settings/PrivacySettings'
import { settingsText } from '@/features/settings/text'
import { useText } from '@/i18n/use-text'
import { Page } from '@/ui/Page'

export default function SettingsPage() {
  const t = useText(settingsText)
  return (
    <Page title={t.title} isPublic>
      <LookSettings />
      <PrivacySettings />
      <AccountSettings />
    </Page>
  )
}
