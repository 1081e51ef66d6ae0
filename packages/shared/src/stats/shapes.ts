import * as z from 'zod/mini'
import { count, fen, minutes, points } from '../kernel/quantity.ts'
import { field, instant, named } from '../kernel/zod.ts'

export const programmeSummary = named(
  'ProgrammeSummary',
  'The programme to date, read from ledger and tables',
  z.object({
    volunteers: field(count, 'Distinct people with issued hours', 27_000),
    projects: field(count, 'Projects that were ever published', 1330),
    hosts: field(count, 'Distinct people who ever hosted a published project', 388),
    personTimes: field(count, 'Person and session pairs with issued hours', 54_000),
    minutes: field(minutes, 'Issued minutes, corrections taken in', 8_100_000),
    creditFen: field(fen, 'Credit granted, corrections taken in', 1_350_000_000),
    outstandingFen: field(fen, 'Credit not yet given on: the sum of balances, cooling ones included', 1_350_000_000),
    points,
    asOf: instant,
  }),
)
export type ProgrammeSummary = z.infer<typeof programmeSummary>
