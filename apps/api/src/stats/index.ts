export { exportGauges } from './gauges.ts'
export { getProgrammeSummary } from './get-programme-summary.ts'
export { statsListeners } from './jobs.ts'
export { statsHandlers } from './routes.ts'
