import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'

/** A form of JSON that commands print with `--json`, or that pages have. */
export interface PrintedForm {
  /** As the member `schema` says it: `nightjar/images/1`. */
  readonly name: string
  readonly family: string
  readonly version: number
  /** The JSON Schema of its members. */
  readonly jsonSchema: string
}

/** Every form that commands print. */
export function printedForms(): Promise<readonly PrintedForm[]> {
  return formsIn('cli/forms')
}

/** Every form that pages have. */
export function pageForms(): Promise<readonly PrintedForm[]> {
  return formsIn('web/forms')
}

async function formsIn(folder: 'cli/forms' | 'web/forms'): Promise<readonly PrintedForm[]> {
  const files = globSync('*.ts', { cwd: folder }).toSorted()
  const exported = await Promise.all(
    files.map(async (file): Promise<Readonly<Record<string, unknown>>> =>
      folder === 'cli/forms'
        ? import(`../../../cli/forms/${basename(file, '.ts')}.ts`)
        : import(`../../../web/forms/${basename(file, '.ts')}.ts`),
    ),
  )
  return exported.flatMap((values) => Object.values(values)).flatMap(formOf)
}

/** The file of a form in the documentation. */
export function schemaFile(family: string, version: number): string {
  return `docs/schemas/${family}-${version}.json`
}

/** The JSON Schema that the documentation has of a form. @throws Error where there is none */
export function documented(name: string): object {
  const [, family = '', version = ''] = name.split('/')
  const file = schemaFile(family, Number(version))
  if (!existsSync(file)) throw new Error(`${name} has no schema ${file}`)
  const schema: object = JSON.parse(readFileSync(file, 'utf8'))
  return schema
}

function formOf(value: unknown): readonly PrintedForm[] {
  if (!(value instanceof z.ZodObject)) return []
  const { schema } = value.shape
  if (!(schema instanceof z.ZodLiteral)) return []
  const name = String(schema.value)
  const [, family = '', version = ''] = name.split('/')
  return [{ name, family, version: Number(version), jsonSchema: textOf(name, value) }]
}

function textOf(name: string, shape: z.ZodObject): string {
  const { $schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
  return `${JSON.stringify({ $schema, title: name, ...rest }, null, 2)}\n`
}
