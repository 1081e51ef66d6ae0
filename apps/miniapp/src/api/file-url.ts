/** The full address of a link the API gave; the h5 app is served by the API itself. */
export function fileUrl(link: string): string {
  return `${API_BASE}${link}`
}
