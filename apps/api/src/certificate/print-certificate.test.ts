import { describe, expect, it } from 'vitest'
import { readPaper } from '../../../../test/support/papers.ts'
import { printCertificate } from './print-certificate.ts'

const line = (at: number) => ({
  attendanceId: `att_${at}`,
  servedOn: `2026-11-${String(1 + (at % 28)).padStart(2, '0')}`,
  projectTitle: '深圳湾红树林净滩',
  sessionTitle:
    at % 2 === 0 ? `深圳湾红树林净滩 · 第 ${at + 1} 场` : '四年级科学课：水的循环与云的形成，以及一个写不下的很长很长很长的标题',
  minutes: 100,
})
const content = (sessions: number) => ({
  certificateNo: 'YJ-7K3M-9QXD-4T2P',
  name: '陈小禾',
  department: '技术工程',
  fromOn: '2026-01-01',
  toOn: '2026-11-20',
  minutes: sessions * 100,
  sessions,
  contentHash: 'ab12cd34ef567890'.repeat(4),
  issuedAt: new Date('2026-11-20T18:00:00.000Z'),
  lines: Array.from({ length: sessions }, (_, at) => line(at)),
  checkUrl: 'https://yijian.example/#/merit/pages/check/index?certificateNo=YJ-7K3M-9QXD-4T2P',
})

describe('printCertificate', () => {
  it('says who, how long and when in words that can be read and searched, with a code that leads to the check', async () => {
    const paper = readPaper(await printCertificate(content(2)))
    expect(paper.text).toContain('志愿服务证明')
    expect(paper.text).toMatch(/兹证明 陈小禾（技术工程）自 2026 年 1 月 1 日/)
    expect(paper.text.replaceAll(/\s/g, '')).toContain('累计服务3.33小时')
    expect(paper.text).toContain('深圳湾红树林净滩 · 第 1 场')
    // The day of the maker's clock in Shanghai, where it was the next one already.
    expect(paper.text).toContain('开具于 2026 年 11 月 21 日')
    expect(paper.qr).toBe(content(2).checkUrl)
    expect(paper.pages).toBe(1)
  })

  it('carries its fonts along, cut down to what it says', async () => {
    const bytes = await printCertificate(content(2))
    const { fonts } = readPaper(bytes)
    expect(fonts).toHaveLength(2)
    expect(fonts.every((font) => / yes yes yes /.test(font))).toBe(true)
    expect(bytes.length).toBeLessThan(250_000)
  })

  it('names a project once, shortens what does not fit, and shows no other name', async () => {
    const { text } = readPaper(await printCertificate(content(2)))
    expect(text).toContain('深圳湾红树林净滩 · 四年级科学课')
    expect(text).toContain('…')
    expect(text).not.toContain('净滩 · 深圳湾')
  })

  it('stays a paper of four pages, and counts what it does not list', async () => {
    const { text, pages } = readPaper(await printCertificate(content(150)))
    expect(pages).toBe(4)
    const [, sessions = '', hours = ''] = /另有 (\d+) 场、([\d.]+) 小时未逐一列出，均已计入合计/.exec(text) ?? []
    expect(Number(hours)).toBeCloseTo((Number(sessions) * 100) / 60, 1)
    expect(text).toContain('第 4 页，共 4 页')
  })
})
