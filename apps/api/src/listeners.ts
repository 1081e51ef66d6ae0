import type { Listeners } from './core/jobs/topics.ts'
import { fileListeners } from './file/index.ts'
import { fundListeners } from './fund/index.ts'
import { awardListeners } from './award/index.ts'
import { givingListeners } from './giving/index.ts'
import { certificateListeners } from './certificate/index.ts'
import { honourListeners } from './honour/index.ts'
import { leaveListeners } from './leave/index.ts'
import { notifyListeners } from './notify/index.ts'
import { invariants } from './invariants.ts'
import { pointsListeners } from './points/index.ts'
import { statsListeners } from './stats/index.ts'
import { tellers } from './tellers.ts'

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
  ...notifyListeners,
  ...statsListeners({ further: invariants, tellers }),
]
