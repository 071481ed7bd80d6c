import { z } from 'zod'
import { parseAs } from '../../compose/read-json.ts'

const groups = z.object({ jobs: z.array(z.object({ group_id: z.int().nullish() })) })
const comments = z.array(z.object({ text: z.string() }))

/** The job groups of the jobs of `GET /jobs`, each once. @throws Garbled if it is not a list of jobs */
export function parseJobGroups(answer: unknown): readonly number[] {
  const { jobs } = parseAs("openQA's list of jobs", groups, answer)
  return [...new Set(jobs.map(({ group_id: id }) => id ?? 0))]
    .filter((id) => id > 0)
    .toSorted((a, b) => a - b)
}

/** The texts of `GET /groups/<id>/comments`. @throws Garbled if it is not a list of comments */
export function parseGroupComments(answer: unknown): readonly string[] {
  return parseAs("openQA's comments on a job group", comments, answer).map(({ text }) => text)
}
