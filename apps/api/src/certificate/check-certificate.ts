import { maskName } from '@yijian/shared/certificate/rules'
import type { CertificateCheck } from '@yijian/shared/certificate/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import { certificateByNo } from './read.ts'

/** Tells anybody with the number whether the paper is true and still holds: the least that is needed for that. */
export async function checkCertificate(ctx: Ctx, certificateNo: string): Promise<CertificateCheck> {
  const { name, fromOn, toOn, minutes, issuedAt, supersededAt } = await certificateByNo(ctx, certificateNo)
  return {
    certificateNo,
    maskedName: maskName(name),
    fromOn,
    toOn,
    minutes,
    issuedOn: shanghaiDay(issuedAt),
    state: supersededAt === null ? 'valid' : 'superseded',
    supersededOn: supersededAt === null ? null : shanghaiDay(supersededAt),
  }
}
