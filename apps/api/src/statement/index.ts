export { statementHandlers } from './routes.ts'
export { titlesOf } from './sources.ts'
