import { z } from 'zod'
import { members, parseAs } from '../../compose/read-json.ts'

/** A result that ResultsDB has. */
export interface KnownResult {
  readonly id: number
  readonly outcome: string
  readonly testcase: string
  /** The page of the result; empty if it has none. */
  readonly url: string
  /** UTC, without a zone. */
  readonly submittedAt: string
  readonly data: Readonly<Record<string, readonly string[]>>
}

/** One page of a list of results. */
export interface ResultsPage {
  readonly results: readonly KnownResult[]
  readonly isLast: boolean
}

const word = z.string().transform((text) => text.slice(0, 2000))

const resultSchema = z
  .object({
    id: z.int(),
    outcome: word,
    testcase: z.object({ name: word }),
    ref_url: word.nullish(),
    submit_time: word,
    data: members(z.array(word)),
  })
  .transform(({ testcase, ref_url: url, submit_time: submittedAt, ...result }): KnownResult => ({
    ...result,
    testcase: testcase.name,
    url: url ?? '',
    submittedAt,
  }))

const pageSchema = z.object({ data: z.array(resultSchema), next: z.string().nullable() })

/** One page of results. @throws Garbled if the answer is none */
export function parseResultsPage(answer: unknown): ResultsPage {
  const { data, next } = parseAs("a page of ResultsDB's results", pageSchema, answer)
  return { results: data, isLast: next === null }
}

/** The result that ResultsDB made of a post. @throws Garbled if the answer is none */
export function parsePostedResult(answer: unknown): KnownResult {
  return parseAs('the new result of ResultsDB', resultSchema, answer)
}
