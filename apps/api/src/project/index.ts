export { hostsAny, hostsOf, isHostOf, requireHost } from './hosts.ts'
export {
  type SessionCardRow,
  type SessionFacts,
  sessionById,
  sessionCardById,
  sessionCardColumns,
  sessionDetail,
  toSessionCard,
} from './read.ts'
export { lockSeat, saveSeat } from './repo.ts'
export { projectHandlers } from './routes.ts'
