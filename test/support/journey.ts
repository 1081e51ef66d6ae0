import type { App } from '@yijian/api/core/app'
import { createServer, listen } from '@yijian/api/server'
import { declarePersona } from '@yijian/api/people/index'
import { listeners } from '@yijian/api/listeners'
import type { Branch } from '@yijian/shared/people/shapes'
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
