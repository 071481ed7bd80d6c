import { z } from 'zod'

import { parseAs } from '../../compose/read-json.ts'

const comments = z.array(z.object({ bugrefs: z.array(z.string()).nullish() }))

/**
 * The bugs that a job's comments name (`GET /jobs/<id>/comments`), each once, in their order.
 * openQA carries them over from the last build that failed in the same way: they are what makes a failure known.
 * It knows a bug by its short form only: `brc#1234567` is one, `rhbz#1234567` is not.
 * @throws Garbled where the answer is no list of comments
 */
export function bugrefsOf(answer: unknown): readonly string[] {
  const refs = parseAs("openQA's comments on a job", comments, answer).flatMap(({ bugrefs }) => bugrefs ?? [])
  return [...new Set(refs)]
}
