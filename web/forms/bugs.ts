import { z } from 'zod'
import type { NamedBug } from '../../archive/queries/named-bugs.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import { pageForm } from '../page-form.ts'
import { scenarioShape } from './parts/scenario.ts'

const test = z.strictObject({
  stream: z.string(),
  ...scenarioShape.shape,
  bug: z.string().describe('as a comment on a job names it'),
  nights: z.int().describe('of the last 30 with tests: those on which a job of the test named it'),
  run: z.string().describe('the workflow id of the last of them'),
  due: z.string().describe('ISO, UTC: when that night was due'),
} satisfies MembersOf<NamedBug & { stream: string }>)

/** The JSON of `/bugs`. */
export const bugsForm = pageForm('nightjar/page-bugs/1', {
  tests: z.array(test).describe('one member for each test of each bug'),
})
