import type { Answer, JsonForm } from '../compose/json-form.ts'

/** The JSON of a command: an object that begins with the name and version of its form. */
export function jsonOf<Asked extends JsonForm>(form: Asked, answer: Answer<Asked>): string {
  return JSON.stringify({ schema: form.shape.schema.value, ...answer }, null, 2)
}
