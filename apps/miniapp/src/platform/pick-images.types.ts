/** A picture the person chose, still on the device. */
export interface PickedImage {
  /** Address for a preview on this device. */
  preview: string
  /** Its bytes, made smaller where the device can. */
  read: () => Promise<{ type: string; bytes: Uint8Array }>
}

/** What the server can read, told by the first bytes: names and labels of phones lie. */
export function imageTypeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg'
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image/png'
  // Sent as the kind that is most common; the server looks for itself and says what is wrong.
  return bytes[8] === 0x57 && bytes[9] === 0x45 ? 'image/webp' : 'image/jpeg'
}
