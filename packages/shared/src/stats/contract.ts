import { route } from '../http/route.ts'
import { programmeSummary } from './shapes.ts'

export const statsContract = {
  getProgrammeSummary: route({
    method: 'GET',
    path: '/statistics/summary',
    summary: 'Volunteers, projects, hosts, hours and credit to date',
    access: ['hr', 'operator', 'auditor'],
    limit: 'read',
    status: 200,
    reply: programmeSummary,
    problems: [],
  }),
}
