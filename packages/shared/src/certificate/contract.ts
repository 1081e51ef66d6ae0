import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field, instant } from '../kernel/zod.ts'
import { certificate, certificateCheck, certificateNo, certificatePeriod, certificatePreview } from './shapes.ts'

export const certificateContract = {
  previewCertificate: route({
    method: 'GET',
    path: '/me/certificate-preview',
    summary: 'What a certificate of a period would say now',
    access: 'employee',
    limit: 'read',
    query: certificatePeriod,
    status: 200,
    reply: certificatePreview,
    problems: [],
  }),
  makeCertificate: route({
    method: 'POST',
    path: '/me/certificates',
    summary: 'Make a certificate of my hours in a period; the same figures give the certificate there is',
    access: 'employee',
    limit: 'write',
    body: certificatePeriod,
    // Told by its content; a key's transaction would also hold locks for as long as a paper is printed.
    idempotency: 'own',
    status: 201,
    reply: certificate,
    problems: ['certificate-period', 'certificate-empty', 'storage-unavailable'],
  }),
  listMyCertificates: route({
    method: 'GET',
    path: '/me/certificates',
    summary: 'My certificates, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(certificate),
    problems: [],
  }),
  getCertificateLink: route({
    method: 'GET',
    path: '/me/certificates/{certificateId}/link',
    summary: 'A link to the PDF of one of my certificates, good for a short while',
    access: 'employee',
    limit: 'read',
    params: z.object({ certificateId: id('certificate') }),
    status: 200,
    reply: z.object({ link: field(z.string(), 'Below this host', '/api/v1/files/0d3k9x2m4q7rt.t2qk5c.5f3b'), linkEndsAt: instant }),
    problems: [],
  }),
  checkCertificate: route({
    method: 'GET',
    path: '/certificates/{certificateNo}/check',
    summary: 'Whether a certificate is true and still holds, for anybody who has its number',
    access: 'public',
    limit: 'check',
    params: z.object({ certificateNo }),
    status: 200,
    reply: certificateCheck,
    problems: ['certificate-unknown'],
  }),
}
