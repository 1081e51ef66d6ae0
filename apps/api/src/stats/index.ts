export { getProgrammeSummary } from './get-programme-summary.ts'
export { statsHandlers } from './routes.ts'
