import type { Poster } from '@yijian/shared/honour/shapes'
import { PlatformError } from '../adapters/index.ts'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { employeeById } from '../people/index.ts'
import { shownHonour } from './get-honour-of.ts'
import { type PosterCode, POSTER_HEIGHT, POSTER_WIDTH, drawPoster } from './poster-picture.ts'

/** The page a code opens; in WeChat it must be part of the released version. */
const PAGE = 'merit/pages/colleague/index'

/**
 * Draws the person's honour as a poster (海报): what colleagues may see and nothing else, with a code that opens the page.
 *
 * @throws Problem `honour-not-shown`
 */
export async function drawHonourPoster(ctx: Ctx): Promise<Poster> {
  const { employeeId } = requireEmployee(ctx)
  const { name, department } = await employeeById(ctx, employeeId)
  const honour = await shownHonour(ctx, { id: employeeId, name, department })
  const { person: _, asOf: __, ...parts } = honour
  if (Object.values(parts).every((part) => part === null)) throw refuse('honour-not-shown', {})
  const code = await codeFor(ctx, employeeId)
  const png = await drawPoster(honour, code)
  return { type: 'image/png', base64: png.toString('base64'), width: POSTER_WIDTH, height: POSTER_HEIGHT, code: code.kind }
}

/** A mini-program code where WeChat gives one; else a plain code of the same page on the web, so that there is a poster in any case. */
async function codeFor(ctx: Ctx, employeeId: string): Promise<PosterCode> {
  const { wechat } = ctx.app.platforms
  const web: PosterCode = { kind: 'web', text: `${ctx.app.config.publicUrl}/#/${PAGE}?employeeId=${employeeId}` }
  if (wechat === null) return web
  try {
    const { type, bytes } = await wechat.getUnlimitedQrCode({ scene: employeeId, page: PAGE })
    return { kind: 'mini-program', type, bytes }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    ctx.log.warn({ err: error }, 'no mini-program code; the poster has one of the web')
    return web
  }
}
