import { z } from 'zod'

import { parseAs } from '../../compose/read-json.ts'

const comments = z.array(z.object({ bugrefs: z.array(z.string()).nullish() }))

/**
 * The bugs in a job's comments (`GET /jobs/<id>/comments`), each once, in their order. openQA carries them
 * over from the last build that failed in the same way. It recognizes only short forms: `brc#1234567` is a
 * bug, `rhbz#1234567` is not.
 * @throws Garbled if the answer is not a list of comments
 */
export function bugrefsOf(answer: unknown): readonly string[] {
  const refs = parseAs("openQA's comments on a job", comments, answer).flatMap(({ bugrefs }) => bugrefs ?? [])
  return [...new Set(refs)]
}
