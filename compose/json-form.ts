import type { z } from 'zod'

/** A form of published JSON. Its member `schema` is the name and version of the form. */
export type JsonForm = z.ZodObject & { readonly shape: { readonly schema: z.ZodLiteral<string> } }

/** A value of which no part may be changed. */
export type Constant<Printed> = Printed extends readonly (infer Item)[]
  ? readonly Constant<Item>[]
  : Printed extends object
    ? { readonly [Name in keyof Printed]: Constant<Printed[Name]> }
    : Printed

/** The shape of a type as JSON: exactly its members, no more and no fewer. */
export type MembersOf<Value> = { readonly [Name in keyof Value]-?: z.ZodType<Value[Name]> }

/** What is said in a form. */
export type Answer<Asked extends JsonForm> = Omit<Constant<z.output<Asked>>, 'schema'>
