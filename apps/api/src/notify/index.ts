export { notifyListeners } from './jobs.ts'
export { notifyHandlers } from './routes.ts'
