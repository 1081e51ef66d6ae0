/** Every figure in the order of the key-figure table. */
export const figureKeys = [
  'staff',
  'volunteers',
  'volunteersEmployed',
  'participation',
  'personTimes',
  'minutes',
  'minutesPerVolunteer',
  'minutesPerEmployee',
  'activities',
  'grantedHoursFen',
  'correctedFen',
  'grantedGiftsFen',
  'refundedFen',
  'giftFen',
  'donatedFen',
  'donors',
  'fundProjects',
  'outstandingFen',
  'owedFen',
  'projects',
  'projectsPublished',
  'hosts',
  'newHosts',
  'leaders',
  'badges',
  'pointsEarned',
  'pointsSpent',
  'leavePeople',
  'leaveMinutes',
] as const
export type FigureKey = (typeof figureKeys)[number]

/** What people are told apart by. */
export const dimensions = ['employmentType', 'ageBand', 'sex', 'level', 'region'] as const
export type Dimension = (typeof dimensions)[number]

/** Sheets of the export, in the order of the file. */
export const sheetKeys = ['about', 'company', 'splits', 'branches', 'departments', 'projects', 'people', 'definitions'] as const
/** Sheets of a difference file (差异文件), in the order of the file. */
export const differenceSheetKeys = ['about', 'differences', 'corrections', 'definitions'] as const
export const allSheetKeys = [...sheetKeys, 'differences', 'corrections'] as const
export type SheetKey = (typeof allSheetKeys)[number]
