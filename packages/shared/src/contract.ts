import { attendanceContract } from './attendance/contract.ts'
import { fundContract } from './fund/contract.ts'
import { fileContract } from './file/contract.ts'
import { homeContract } from './home/contract.ts'
import { honourContract } from './honour/contract.ts'
import { hoursContract } from './hours/contract.ts'
import { ledgerContract } from './ledger/contract.ts'
import { peopleContract } from './people/contract.ts'
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
  ...ledgerContract,
  ...statementContract,
  ...projectContract,
  ...fundContract,
  ...signupContract,
  ...attendanceContract,
  ...hoursContract,
  ...honourContract,
  ...homeContract,
  ...statsContract,
}
