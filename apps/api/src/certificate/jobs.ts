import { type Listeners, listener } from '../core/jobs/topics.ts'
import { supersedeCertificates } from './supersede-certificates.ts'

export const certificateListeners: Listeners = [
  listener({ topic: 'hours.corrected', name: 'certificate.superseded', hear: supersedeCertificates }),
]
