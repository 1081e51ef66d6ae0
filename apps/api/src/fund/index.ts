export { fundListeners } from './jobs.ts'
export { fundProjectsByIds, transparencyOf } from './read.ts'
export { lockCharity } from './repo.ts'
export { fundHandlers } from './routes.ts'
