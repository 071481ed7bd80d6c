import type { z } from 'zod'

/** A form of JSON that a command prints. Its member `schema` is the name and version of the form. */
type Form = z.ZodObject & { readonly shape: { readonly schema: z.ZodLiteral<string> } }

/** A value of which no part may be changed. */
export type Constant<Printed> = Printed extends readonly (infer Item)[]
  ? readonly Constant<Item>[]
  : Printed extends object
    ? { readonly [Name in keyof Printed]: Constant<Printed[Name]> }
    : Printed

/** The shape of a type as JSON: exactly its members, no more and no fewer. */
export type MembersOf<Value> = { readonly [Name in keyof Value]-?: z.ZodType<Value[Name]> }

/** What a command says in a form. */
export type Answer<Asked extends Form> = Omit<Constant<z.output<Asked>>, 'schema'>

/** The JSON of a command: an object that begins with the name and version of its form. */
export function jsonOf<Asked extends Form>(form: Asked, answer: Answer<Asked>): string {
  return JSON.stringify({ schema: form.shape.schema.value, ...answer }, null, 2)
}
