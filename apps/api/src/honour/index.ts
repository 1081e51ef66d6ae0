export { honourListeners } from './jobs.ts'
export { honourHandlers } from './routes.ts'
