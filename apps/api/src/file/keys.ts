import type { FilePurpose } from '@yijian/shared/file/shapes'

/** Where a file lies in the store: our own words and its id. The last two letters spread files over folders. */
export function storageKeyOf(purpose: FilePurpose, fileId: string): string {
  return `${purpose}/${fileId.slice(-2)}/${fileId}`
}
