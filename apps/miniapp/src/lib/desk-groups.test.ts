import { roles } from '@yijian/shared/people/roles'
import type { Role } from '@yijian/shared/people/roles'
import type { Me } from '@yijian/shared/people/shapes'
import { expect, it, vi } from 'vitest'
import { deskEntries } from './desk-entries'
import { deskOf } from './desk-groups'

vi.mock('@tarojs/taro', () => ({ default: {}, useRouter: () => ({ params: {} }) }))

const me = (isHost: boolean, ...held: Role[]) => ({ isHost, roles: held.map((role) => ({ role, branchId: null })) }) as unknown as Me
const pathsOf = (who: Me) => deskOf(who).flatMap(({ entries }) => entries.map(({ route }) => route.path))

it('shows nothing to whoever neither hosts nor holds a role', () => {
  expect(deskOf(me(false))).toEqual([])
})

it('shows a host their projects alone', () => {
  expect(pathsOf(me(true))).toEqual(['host/pages/home/index'])
})

it.each(roles)('gives %s a desk to begin at', (role) => {
  expect(pathsOf(me(false, role))).toContain('desk/pages/home/index')
})

it('keeps the audit log for the auditor, and the import of people for HR', () => {
  expect(pathsOf(me(true, 'operator', 'hr', 'judge', 'branch-lead'))).not.toContain('desk/pages/audit/index')
  expect(pathsOf(me(false, 'operator', 'auditor'))).not.toContain('desk/pages/import/index')
})

it('names each page once', () => {
  const paths = deskEntries.map(({ route }) => route.path)
  expect(new Set(paths).size).toBe(paths.length)
})
