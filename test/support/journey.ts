import type { App } from '@yijian/api/core/app'
import { createServer, listen } from '@yijian/api/server'
import { declarePersona } from '@yijian/api/people/index'
import { listeners } from '@yijian/api/listeners'
import { addMinutes } from '@yijian/shared/kernel/time'
import type { Branch } from '@yijian/shared/people/shapes'
import type { SessionCard, SessionDraft } from '@yijian/shared/project/shapes'
import type { TestApi } from './api.ts'
import { closeApps, systemCtx, testApp } from './database.ts'
import { type RoleOf, grantRoleTo, makeBranch, makeEmployee } from './people.ts'

export interface Cast {
  id: string
  name: string
}

/** The product as people meet it, with a small cast that can log in by a tap. */
export interface Stage {
  app: App
  url: string
  branch: Branch
  host: Cast
  lead: Cast
  volunteer: Cast
  close: () => Promise<void>
}

export async function openStage(h5Folder: string | null): Promise<Stage> {
  const plain = await testApp({ listeners })
  const app: App = { ...plain, config: { ...plain.config, h5Folder } }
  const branch = await makeBranch(app, { name: `深圳分会 ${process.pid}` })
  let position = 0
  const cast = async (name: string, role?: RoleOf): Promise<Cast> => {
    const { id } = await makeEmployee(app, { name: `${name}${process.pid}`, branches: [branch] })
    if (role !== undefined) await grantRoleTo(app, { id }, role)
    await declarePersona(await systemCtx(app), { employeeId: id, part: { zh: name, en: name }, position: position++ })
    return { id, name: `${name}${process.pid}` }
  }
  const [host, lead, volunteer] = [await cast('主理人甲'), await cast('负责人乙', { leads: branch }), await cast('志愿者丙')]
  const { address, close } = await listen(app, createServer(app))
  return {
    app,
    url: address,
    branch,
    host,
    lead,
    volunteer,
    close: async () => {
      await close()
      await closeApps()
    },
  }
}

/** A published project of the host with a session that begins in twenty minutes and lasts three hours. */
export async function publishSession(stage: Stage, api: TestApi, wish: Partial<SessionDraft> = {}): Promise<SessionCard> {
  const [host, lead] = [await api.as(stage.host), await api.as(stage.lead)]
  const draft = { title: '深圳湾红树林净滩', field: 'environment', city: '深圳', organiser: '志愿者协会' } as const
  const { id: projectId } = await host.draftProject({ body: { ...draft, branchId: stage.branch.id, story: '沿步道清理海漂垃圾。' } })
  await host.submitProject({ params: { projectId } })
  await lead.reviewProject({ params: { projectId }, body: { decision: 'published' } })
  const { now } = await systemCtx(stage.app)
  const at = (minutes: number) => addMinutes(now, minutes).toISOString()
  const times = { startsAt: at(20), endsAt: at(200), signupOpensAt: at(-60), signupClosesAt: at(20), lateCancelAt: at(10) }
  const place = { timeZone: 'Asia/Shanghai', city: '深圳', place: '深圳湾公园 B 口集合', online: false, capacity: 20 }
  const words = { title: '深圳湾红树林净滩 · 第 12 场', bring: '长裤、防滑鞋、自带水杯。', privateDetails: '集合群号 8812' }
  return host.openSession({ params: { projectId }, body: { ...times, ...place, ...words, ...wish } })
}

/** Lets so many minutes pass for one session: everything that happened in it moves into the past. */
export async function passTime(app: App, sessionId: string, minutes: number): Promise<void> {
  await app.pool.query(
    `UPDATE session SET starts_at = starts_at - INTERVAL ? MINUTE, ends_at = ends_at - INTERVAL ? MINUTE,
       signup_opens_at = signup_opens_at - INTERVAL ? MINUTE, signup_closes_at = signup_closes_at - INTERVAL ? MINUTE,
       late_cancel_at = late_cancel_at - INTERVAL ? MINUTE WHERE id = ?`,
    [minutes, minutes, minutes, minutes, minutes, sessionId],
  )
  await app.pool.query(
    'UPDATE attendance SET in_at = in_at - INTERVAL ? MINUTE, out_at = out_at - INTERVAL ? MINUTE WHERE session_id = ?',
    [minutes, minutes, sessionId],
  )
}
