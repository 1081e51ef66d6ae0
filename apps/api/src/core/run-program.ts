import { ConfigError } from './config.ts'
import { rootOf } from './db/errno.ts'
import { Problem, replyOf } from './problems.ts'

/** What a person can mend, said to the person who started a program of this folder. */
class UsageError extends Error {
  override name = 'UsageError'
}

/** @throws UsageError: ends the program with this one sentence. */
export function giveUp(sentence: string): never {
  throw new UsageError(sentence)
}

/** Runs a program to its end: what a person can mend ends it with a sentence, a fault of ours with its stack. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    process.stderr.write(`${wordsOf(error) ?? (error as Error).stack ?? String(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

function wordsOf(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof UsageError) return error.message
  return error instanceof Problem ? refusal(error) : databaseWords(error)
}

/** A refusal is an answer, not a fault: its words and the rows it is about. */
function refusal(problem: Problem): string {
  const { title, detail, next, errors = [] } = replyOf(problem, '', 'en')
  return [`${title}. ${detail} ${next}`, ...errors.map(({ at, en }) => `${at}: ${en}`)].join('\n')
}

const DATABASE_WORDS: Record<string, string> = {
  ECONNREFUSED: 'The server of DATABASE_URL does not answer: is it started, are host and port right?',
  ENOTFOUND: 'The host of DATABASE_URL is not known.',
  ETIMEDOUT: 'The server of DATABASE_URL does not answer: is it started, are host and port right?',
  ER_ACCESS_DENIED_ERROR: 'The server refuses the user or password of DATABASE_URL.',
  ER_DBACCESS_DENIED_ERROR: 'The user of DATABASE_URL may not use this database: deploy/owner.sql shows the grants.',
  ER_BAD_DB_ERROR: 'The database of DATABASE_URL does not exist yet: create it first.',
  ER_NO_SUCH_TABLE: 'The database has not all tables yet: run migrate.mjs first.',
}

function databaseWords(error: unknown): string | null {
  return DATABASE_WORDS[rootOf(error).code ?? ''] ?? null
}
