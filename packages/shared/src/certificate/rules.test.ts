import { describe, expect, it } from 'vitest'
import { canMakeCertificate, maskName, readCertificateNo } from './rules.ts'

describe('canMakeCertificate', () => {
  const facts = { fromOn: '2026-01-01', toOn: '2026-11-20', today: '2026-11-20', minutes: 60 }

  it('takes a period up to today with hours in it, a single day too', () => {
    expect(canMakeCertificate(facts)).toMatchObject({ ok: true })
    expect(canMakeCertificate({ ...facts, fromOn: '2026-11-20' })).toMatchObject({ ok: true })
  })

  it('refuses days out of order and days to come', () => {
    expect(canMakeCertificate({ ...facts, fromOn: '2026-11-21' })).toMatchObject({ code: 'certificate-period' })
    expect(canMakeCertificate({ ...facts, toOn: '2026-11-21' })).toMatchObject({ code: 'certificate-period' })
  })

  it('refuses to certify nothing', () => {
    expect(canMakeCertificate({ ...facts, minutes: 0 })).toMatchObject({ code: 'certificate-empty' })
  })
})

describe('maskName', () => {
  it.each([
    ['陈小禾', '陈**'],
    ['陈禾', '陈*'],
    ['欧阳小禾', '欧***'],
    ['禾', '禾*'],
    ['Anna Smith', 'A*** S***'],
    [' Li ', 'L***'],
  ])('shows of %s only %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('readCertificateNo', () => {
  it('reads what people type', () => {
    expect(readCertificateNo('yj 7k3m 9qxd 4t2p')).toBe('YJ-7K3M-9QXD-4T2P')
    expect(readCertificateNo('7K3M9QXD4T2P')).toBe('YJ-7K3M-9QXD-4T2P')
    expect(readCertificateNo('YJ-OK3M-IQXD-LT2P')).toBe('YJ-0K3M-1QXD-1T2P')
  })

  it('knows what is none', () => {
    expect(readCertificateNo('')).toBeNull()
    expect(readCertificateNo('YJ-7K3M-9QXD')).toBeNull()
    expect(readCertificateNo('YJ-7K3M-9QXD-4T2U')).toBeNull()
  })
})
