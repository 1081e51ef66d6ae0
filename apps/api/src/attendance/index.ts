export { attendanceInvariants } from './invariants.ts'
export { attendancesOf, scansOf, type Attendance, type ScanTold } from './read.ts'
export { attendanceHandlers } from './routes.ts'
