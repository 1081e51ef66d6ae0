export { pointsInvariants } from './invariants.ts'
export { pointsListeners } from './jobs.ts'
export { pointsHandlers } from './routes.ts'
export { pointsTellers } from './tellers.ts'
