/** A browser asks by itself. */
export function PrivacyPrompt() {
  return null
}
