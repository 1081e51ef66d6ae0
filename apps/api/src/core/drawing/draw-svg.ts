import { renderAsync } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from './fonts.ts'

/** An SVG as PNG, with the fonts that come with the packages, so that it looks alike on every machine. */
export async function drawSvg(svg: string): Promise<Buffer> {
  const font = { loadSystemFonts: false, fontFiles: [fontFiles.regular, fontFiles.bold], defaultFontFamily: fontFamily }
  return (await renderAsync(svg, { font })).asPng()
}
