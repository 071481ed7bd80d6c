import { z } from 'zod'
import type { KojiTask } from '../../compose/koji/koji-task.ts'
import type { Constant, MembersOf } from '../../compose/json-form.ts'

const taskMembers = {
  id: z.int(),
  name: z.string(),
  version: z.string(),
  release: z.string(),
  arches: z.array(z.string()),
  method: z.string(),
  state: z.string().describe("Koji's word, such as CLOSED or FAILED"),
  arch: z.string(),
  createdAt: z.string().describe('ISO, UTC'),
  completedAt: z.string().nullable().describe('ISO, UTC'),
  parent: z.int().nullable(),
  failure: z.string().nullable().describe('the fault that a FAILED task ended with'),
} satisfies MembersOf<KojiTask>

const task = z.strictObject({
  ...taskMembers,
  url: z.string(),
  explains: z.array(z.string()).describe('the missing images that it should have made'),
})

/** The JSON of `nightjar tasks`. */
export const tasksForm = z.strictObject({
  schema: z.literal('nightjar/tasks/1'),
  compose: z.string(),
  total: z.int(),
  open: z.int(),
  failed: z.int(),
  tasks: z.array(task),
})

/** A task as `nightjar tasks` prints it. */
export type TaskRow = Constant<z.output<typeof task>>
