import { type Listeners, listener } from '../core/jobs/topics.ts'
import { pauseOverdue } from './pause-overdue.ts'

export const fundListeners: Listeners = [listener({ topic: 'fund-report.due', name: 'fund.pause-overdue', hear: pauseOverdue })]
