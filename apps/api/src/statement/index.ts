export { statementHandlers } from './routes.ts'
