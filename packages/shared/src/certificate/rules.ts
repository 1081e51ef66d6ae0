import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

export interface CertificateFacts {
  fromOn: string
  toOn: string
  today: string
  /** Minutes issued on service days of the period. */
  minutes: number
}

export type CertificateRefusal = 'certificate-period' | 'certificate-empty'

/** Whether a certificate of a period can be made: days in order, none to come, and something to certify. */
export function canMakeCertificate({ fromOn, toOn, today, minutes }: CertificateFacts): Verdict<CertificateRefusal> {
  return firstRefusal<CertificateRefusal>(
    fromOn <= toOn && toOn <= today ? allowed : refused('certificate-period', { fromOn, toOn, today }),
    minutes > 0 ? allowed : refused('certificate-empty', { fromOn, toOn }),
  )
}

/** A name as a stranger sees it: 陈小禾 is 陈**, Anna Smith is A*** S***. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  if (/^[\u3400-\u9fff]/.test(name.trim())) return `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 1))}`
  return name
    .trim()
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}***`)
    .join(' ')
}

/** A number as it is kept, from what a person typed: any case, with or without hyphens. */
export function readCertificateNo(typed: string): string | null {
  const characters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^YJ/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(characters)) return null
  return `YJ-${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`
}
