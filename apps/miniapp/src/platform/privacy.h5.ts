/** A browser asks for the camera itself; there is no guideline of a platform to open. */
export function watchPrivacy(): void {}

export const hasPrivacyContract = false

export function openPrivacyContract(): void {}
