export { awardListeners } from './jobs.ts'
export { awardHandlers } from './routes.ts'
