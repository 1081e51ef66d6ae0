import type { Server } from 'node:http'
import compression from 'compression'
import { contract } from '@yijian/shared/contract'
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { App } from './core/app.ts'
import { answerProblems, refuseUnknownPath, traceRequests } from './core/http/boundary.ts'
import type { Handlers } from './core/http/handlers.ts'
import { mount } from './core/http/mount.ts'
import { createMetrics } from './core/http/metrics.ts'
import { health } from './core/http/health.ts'
import { reference } from './core/http/reference.ts'
import { h5 } from './core/http/h5.ts'
import { outboxGauges } from './core/jobs/gauges.ts'
import { printOpenApi } from './core/http/openapi.ts'
import { attendanceHandlers } from './attendance/index.ts'
import { auditHandlers } from './audit/index.ts'
import { claimHandlers } from './claim/index.ts'
import { fileHandlers } from './file/index.ts'
import { fundHandlers } from './fund/index.ts'
import { notifyHandlers } from './notify/index.ts'
import { awardHandlers } from './award/index.ts'
import { givingHandlers } from './giving/index.ts'
import { certificateHandlers } from './certificate/index.ts'
import { homeHandlers } from './home/index.ts'
import { honourHandlers } from './honour/index.ts'
import { hoursHandlers } from './hours/index.ts'
import { invariants } from './invariants.ts'
import { leaveHandlers } from './leave/index.ts'
import { ledgerHandlers } from './ledger/index.ts'
import { payoutHandlers } from './payout/index.ts'
import { authenticate, peopleHandlers } from './people/index.ts'
import { pointsHandlers } from './points/index.ts'
import { policyHandlers } from './policy/index.ts'
import { hostsAny, projectHandlers } from './project/index.ts'
import { signupHandlers } from './signup/index.ts'
import { statementHandlers } from './statement/index.ts'
import { exportGauges, statsHandlers } from './stats/index.ts'
import { tellers } from './tellers.ts'
import { waiting } from './waiting.ts'

/** Every route of the contract with its handler: one that is missing does not compile. */
export const handlers: Handlers<typeof contract> = {
  ...peopleHandlers({ isHost: hostsAny }),
  ...policyHandlers,
  ...fileHandlers,
  ...claimHandlers,
  ...ledgerHandlers(invariants),
  ...statementHandlers(tellers),
  ...projectHandlers,
  ...fundHandlers,
  ...payoutHandlers,
  ...signupHandlers,
  ...attendanceHandlers,
  ...leaveHandlers,
  ...hoursHandlers,
  ...pointsHandlers,
  ...givingHandlers,
  ...honourHandlers,
  ...certificateHandlers,
  ...awardHandlers,
  ...homeHandlers(waiting),
  ...auditHandlers,
  ...statsHandlers,
  ...notifyHandlers,
}

/** The whole product on one port: API, reference, health, metrics and the h5 app. */
export function createServer(app: App): Express {
  const metrics = createMetrics({ ...outboxGauges(app), ...exportGauges(app) })
  const server = express()
  server.disable('x-powered-by')
  server.set('trust proxy', app.config.trustProxy)
  server.set('query parser', 'simple')
  server.use(traceRequests(app), securityHeaders(), compression())
  server.use(health(app, metrics))
  server.use(reference(printOpenApi(contract)))
  server.use('/api/v1', mount(app, contract, { handlers, authenticate, metrics }), refuseUnknownPath)
  if (app.config.h5Folder !== null) server.use(h5(app.config.h5Folder))
  server.use(refuseUnknownPath)
  server.use(answerProblems(app))
  return server
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      // Everything comes from this host; pictures and styles made in the page are data and inline.
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    // The h5 app is opened inside WeCom's own browser on the same host only.
    crossOriginEmbedderPolicy: false,
  })
}

/** Listens until told to stop; then takes no new connection and lets requests in flight end. */
export function listen(app: App, express: Express): Promise<{ server: Server; address: string; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = express.listen(app.config.port, app.config.host)
    server.once('error', reject)
    server.once('listening', () => {
      const bound = server.address()
      const port = typeof bound === 'object' && bound !== null ? bound.port : app.config.port
      resolve({ server, address: `http://${app.config.host}:${port}`, close: () => closeServer(server) })
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    // Keep-alive connections that carry nothing would hold the process for ever.
    server.closeIdleConnections()
  })
}
