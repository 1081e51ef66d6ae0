import { attendanceContract } from './attendance/contract.ts'
import { auditContract } from './audit/contract.ts'
import { certificateContract } from './certificate/contract.ts'
import { awardContract } from './award/contract.ts'
import { claimContract } from './claim/contract.ts'
import { fileContract } from './file/contract.ts'
import { fundContract } from './fund/contract.ts'
import { givingContract } from './giving/contract.ts'
import { homeContract } from './home/contract.ts'
import { honourContract } from './honour/contract.ts'
import { hoursContract } from './hours/contract.ts'
import { leaveContract } from './leave/contract.ts'
import { ledgerContract } from './ledger/contract.ts'
import { payoutContract } from './payout/contract.ts'
import { notifyContract } from './notify/contract.ts'
import { peopleContract } from './people/contract.ts'
import { pointsContract } from './points/contract.ts'
import { policyContract } from './policy/contract.ts'
import { projectContract } from './project/contract.ts'
import { signupContract } from './signup/contract.ts'
import { statementContract } from './statement/contract.ts'
import { statsContract } from './stats/contract.ts'

/** Every route of the API: the server mounts it, the client calls it, OpenAPI is printed from it. */
export const contract = {
  ...peopleContract,
  ...policyContract,
  ...fileContract,
  ...claimContract,
  ...ledgerContract,
  ...statementContract,
  ...projectContract,
  ...fundContract,
  ...payoutContract,
  ...signupContract,
  ...attendanceContract,
  ...leaveContract,
  ...hoursContract,
  ...pointsContract,
  ...givingContract,
  ...honourContract,
  ...certificateContract,
  ...awardContract,
  ...homeContract,
  ...auditContract,
  ...statsContract,
  ...notifyContract,
}
