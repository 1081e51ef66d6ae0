import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count, minutes } from '../kernel/quantity.ts'
import { day, field, instant, named } from '../kernel/zod.ts'

/** Unguessable and still readable aloud: twelve characters without I, L, O and U. */
export const certificateNo = field(
  z.string().check(z.regex(/^YJ(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)),
  'Number of a certificate; who knows it may check it',
  'YJ-7K3M-9QXD-4T2P',
)

/** Both days count. */
export const certificatePeriod = z.object({
  fromOn: field(day, 'First service day', '2026-01-01'),
  toOn: field(day, 'Last service day', '2026-11-20'),
})
export type CertificatePeriod = z.infer<typeof certificatePeriod>

/** Valid until a correction changes hours inside. */
export const certificateStates = ['valid', 'superseded'] as const

export const certificatePreview = named(
  'CertificatePreview',
  'What a certificate of this period would say now',
  z.object({
    minutes: field(minutes, 'Sum of the ledger by service day', 2190),
    sessions: count,
    waiting: field(count, 'Sessions of the period whose hours are confirmed and not issued yet'),
    asOf: instant,
  }),
)
export type CertificatePreview = z.infer<typeof certificatePreview>

/** A certificate (志愿服务证明): figures frozen when it was made. */
export const certificate = named(
  'Certificate',
  'A certificate of volunteer hours with its frozen figures',
  z.object({
    id: id('certificate'),
    certificateNo,
    fromOn: day,
    toOn: day,
    minutes,
    sessions: count,
    issuedAt: instant,
    state: z.enum(certificateStates),
    supersededAt: field(z.nullable(instant), 'When a correction changed hours inside'),
    checkUrl: field(z.string(), 'The public check page, as in the QR code', 'https://yijian.example/#/merit/pages/check/index'),
  }),
)
export type Certificate = z.infer<typeof certificate>

/** The least that tells a reader whether a paper is true. */
export const certificateCheck = named(
  'CertificateCheck',
  'What anybody who knows the number may see of a certificate',
  z.object({
    certificateNo,
    maskedName: field(z.string(), 'Only the first character of the name', '陈**'),
    fromOn: day,
    toOn: day,
    minutes,
    issuedOn: day,
    state: z.enum(certificateStates),
    supersededOn: z.nullable(day),
  }),
)
export type CertificateCheck = z.infer<typeof certificateCheck>
