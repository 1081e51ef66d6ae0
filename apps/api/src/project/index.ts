export { projectHandlers } from './routes.ts'
export { hostsOf, isHostOf, requireHost } from './hosts.ts'
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
