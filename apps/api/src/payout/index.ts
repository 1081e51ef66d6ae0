export { payoutInvariants } from './invariants.ts'
export { payoutsOfDonations } from './read.ts'
export { payoutHandlers } from './routes.ts'
export { payoutWaiting } from './waiting.ts'
