import { type Column, type SQL, and, inArray, like, or } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { project, projectTerm } from './tables.ts'

/** Terms asked of the index for one search; more would only narrow what the text itself decides. */
const MAX_TERMS = 6

/** One form for what was written and what is looked for: full-width and capital letters count as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function wordsIn(text: string): string[] {
  return plain(text).split(/\s+/u).filter(Boolean)
}

/** Every two neighbouring characters of each word, and its last one alone, so that each character begins a term. */
export function termsOf(...texts: readonly string[]): Set<string> {
  const terms = new Set<string>()
  for (const word of texts.flatMap(wordsIn)) {
    const characters = [...word]
    characters.forEach((character, at) => terms.add(character + (characters[at + 1] ?? '')))
  }
  return terms
}

/** What a search asks of the index: exact two-letter terms, or the beginning of a term for a single letter. */
export function termsSought(search: string): string[] {
  const sought = wordsIn(search).flatMap((word) => {
    const characters = [...word]
    return characters.length === 1 ? characters : characters.slice(1).map((character, at) => `${characters[at]}${character}`)
  })
  return [...new Set(sought)].slice(0, MAX_TERMS)
}

/** Projects whose terms hold all that a search asks of the index. */
export function projectsWithTerms(ctx: Ctx, search: string): SQL | undefined {
  const withTerm = (term: string) => {
    const pattern = [...term].length === 1 ? `${literal(term)}%` : literal(term)
    return ctx.db.select({ id: projectTerm.projectId }).from(projectTerm).where(like(projectTerm.term, pattern))
  }
  return and(...termsSought(search).map((term) => inArray(project.id, withTerm(term))))
}

/** Each word of a search stands in one of the columns: the text itself decides, after the index has left little to look at. */
export function everyWordIn(search: string, columns: readonly Column[]): SQL | undefined {
  return and(...wordsIn(search).map((word) => or(...columns.map((column) => like(column, `%${literal(word)}%`)))))
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`)
}
