import { splitByLargestRemainder } from '@yijian/shared/kernel/quantity'
import { headingOf, importColumns, importWords } from '@yijian/shared/people/import-columns'
import type { Description } from './description.ts'
import { seededRandom } from './random.ts'
import { cities, departments, nameOf } from './words.ts'

export interface StaffMember {
  employeeNo: string
  city: string
  branch: string
  department: string
}

/** People with the published splits, each split exact by itself and dealt out apart from the others. */
export function makeStaff({ staff, year }: Description): { members: StaffMember[]; file: Uint8Array } {
  const random = seededRandom(year)
  const deal = (counts: Partial<Record<string, number>>) =>
    random.shuffled(Object.entries(counts).flatMap(([value, count]) => Array.from({ length: count ?? 0 }, () => value)))
  const [types, bands, sexes, levels] = [deal(staff.employmentType), deal(staff.ageBand), deal(staff.sex), deal(staff.level)]
  const offices = random.shuffled(Object.entries(staff.region).flatMap(([region, count]) => officesOf(region, count)))
  const members: StaffMember[] = []
  const rows = offices.map(({ region, city, branch }, n) => {
    const employeeNo = `R${String(n + 1).padStart(6, '0')}`
    const department = departments[n % departments.length] ?? ''
    members.push({ employeeNo, city, branch, department })
    const cells = {
      employeeNo,
      name: nameOf(n),
      department,
      city,
      region,
      employmentType: word('employmentType', types[n]),
      level: word('level', levels[n]),
      sex: word('sex', sexes[n]),
      ageBand: word('ageBand', bands[n]),
      hiredOn: `${year - 1 - (n % 9)}-07-01`,
      leftOn: '',
      branches: branch,
      wecomUserId: employeeNo,
    }
    return importColumns.map((column) => cells[column]).join(',')
  })
  return { members, file: new TextEncoder().encode([importColumns.map(headingOf).join(','), ...rows].join('\n')) }
}

function officesOf(region: string, count: number) {
  const offices = cities[region] ?? [{ city: region, branch: 'overseas', weight: 1 }]
  const parts = splitByLargestRemainder(
    count,
    offices.map(({ weight }) => weight),
  )
  return offices.flatMap(({ city, branch }, index) => Array.from({ length: parts[index] ?? 0 }, () => ({ region, city, branch })))
}

/** The word an HR system would use. */
function word(column: keyof typeof importWords, value: string | undefined): string {
  const words: Partial<Record<string, string[]>> = importWords[column]
  const [first] = (value === undefined ? undefined : words[value]) ?? []
  if (first === undefined) throw new Error(`no word for ${column} ${value ?? ''}`)
  return first
}
