import { z } from 'zod'
import type { Post } from '../../jobs/plan/post.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const post = {
  flavor: z.string(),
  arch: z.string(),
  settings: z.record(z.string(), z.string()).describe('the form for openQA: FLAVOR, ARCH, BUILD, …'),
} satisfies MembersOf<Post>

/** The JSON of `nightjar plan`. */
export const planForm = z.strictObject({
  schema: z.literal('nightjar/plan/1'),
  compose: z.string(),
  posts: z.array(z.strictObject(post)),
})
