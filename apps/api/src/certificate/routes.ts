import type { certificateContract } from '@yijian/shared/certificate/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { checkCertificate } from './check-certificate.ts'
import { getCertificateLink } from './get-certificate-link.ts'
import { listMyCertificates } from './list-my-certificates.ts'
import { makeCertificate } from './make-certificate.ts'
import { previewCertificate } from './preview-certificate.ts'

export const certificateHandlers: Handlers<typeof certificateContract> = {
  previewCertificate: (ctx, { query }) => previewCertificate(ctx, query),
  makeCertificate: (ctx, { body }) => makeCertificate(ctx, body),
  listMyCertificates: (ctx, { query }) => listMyCertificates(ctx, query),
  getCertificateLink: (ctx, { params }) => getCertificateLink(ctx, params.certificateId),
  checkCertificate: (ctx, { params }) => checkCertificate(ctx, params.certificateNo),
}
