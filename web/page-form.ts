import { z } from 'zod'
import type { Answer, JsonForm } from '../compose/json-form.ts'
import type { PageJson } from './page.ts'

const asOf = z.string().describe('when the archive was asked; ISO, UTC')

/** The form of a page's JSON, with what each page has. */
export function pageForm<const Name extends string, Members extends z.ZodRawShape>(
  name: Name,
  members: Members,
) {
  return z.strictObject({ schema: z.literal(name), ...members, asOf })
}

/** What a page says in its form. When that was asked is added as it is sent. */
export function pageJson<Asked extends JsonForm>(form: Asked, says: Omit<Answer<Asked>, 'asOf'>): PageJson {
  return { schema: form.shape.schema.value, ...says }
}
