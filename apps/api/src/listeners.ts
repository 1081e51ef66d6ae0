import type { Listeners } from './core/jobs/topics.ts'
import { fileListeners } from './file/index.ts'
import { fundListeners } from './fund/index.ts'
import { awardListeners } from './award/index.ts'
import { givingListeners } from './giving/index.ts'
import { certificateListeners } from './certificate/index.ts'
import { honourListeners } from './honour/index.ts'
import { leaveListeners } from './leave/index.ts'
import { pointsListeners } from './points/index.ts'

/** Who hears of what once it is committed. */
export const listeners: Listeners = [
  ...fileListeners,
  ...fundListeners,
  ...leaveListeners,
  ...pointsListeners,
  ...givingListeners,
  ...honourListeners,
  ...certificateListeners,
  ...awardListeners,
]
