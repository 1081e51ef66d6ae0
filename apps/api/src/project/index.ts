export { draftProject } from './draft-project.ts'
export { hostsAny, hostsOf, isHostOf, requireHost } from './hosts.ts'
export { openSession } from './open-session.ts'
export { lockSeat, saveSeat } from './repo.ts'
export {
  type SessionCardRow,
  type SessionFacts,
  presentHostsOf,
  sessionById,
  sessionCardById,
  sessionCardColumns,
  sessionDetail,
  toSessionCard,
} from './read.ts'
export { reviewProject } from './review-project.ts'
export { projectHandlers } from './routes.ts'
export { submitProject } from './submit-project.ts'
