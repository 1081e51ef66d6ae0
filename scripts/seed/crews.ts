/** Who usually goes where, by staff number. */
const staff = (...numbers: number[]) => numbers.map((number) => `D${String(number).padStart(4, '0')}`)

/** Some of a crew, another part of it each time. */
export function some(crew: readonly string[], count: number, turn: number): string[] {
  return Array.from({ length: count }, (_, at) => crew[(turn * 3 + at) % crew.length] ?? '').filter(
    (name, at, all) => all.indexOf(name) === at,
  )
}

export const crews = {
  shore: staff(1, 8, 11, 12, 13, 19, 20, 22, 26, 29, 30, 34, 36),
  testers: staff(7, 11, 13, 18, 23, 25, 26, 28, 32, 33),
  aid: staff(12, 15, 16, 19, 20, 21, 28, 30, 31, 33, 35),
  online: staff(6, 19, 22, 23, 37, 39, 45, 49, 51, 53, 57),
  teachers: staff(12, 20, 23, 39, 45, 53, 57),
  designers: staff(7, 9, 11, 25, 46, 55),
  beijing: staff(2, 9, 37, 38, 39, 41, 42, 43),
  studio: staff(13, 14, 25, 27, 31, 32, 34),
  guangzhou: staff(5, 56, 58, 59),
  chengdu: staff(4, 51, 53, 54, 55),
  readers: staff(17, 37, 40, 42, 44, 48, 54, 56),
  shanghai: staff(3, 44, 45, 47, 48, 49, 50),
  donors: staff(15, 16, 18, 28, 30, 33, 35, 36),
} as const

/** The one whose ten Saturdays and three other sessions make thirty-six and a half hours. */
export const chen = 'D0010'
