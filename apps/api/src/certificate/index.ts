export { certificateInvariants } from './invariants.ts'
export { certificateListeners } from './jobs.ts'
export { makeCertificate } from './make-certificate.ts'
export { certificateHandlers } from './routes.ts'
