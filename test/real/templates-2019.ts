import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const file = fileURLToPath(new URL('../../../shared/data/openqa-templates-2019.json', import.meta.url))

const templatesSchema = z.looseObject({
  JobTemplates: z.array(z.looseObject({ product: z.looseObject({ flavor: z.string(), arch: z.string() }) })),
})

/** Fedora's own templates of April 2019, kept beside the repository; null where they are not. */
export const templates2019 = existsSync(file)
  ? templatesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : null

/** How many jobs openQA has to make of each `<flavor> <arch>`. */
export const jobsOf2019: ReadonlyMap<string, number> = new Map(
  [
    ...Map.groupBy(templates2019?.JobTemplates ?? [], ({ product }) => `${product.flavor} ${product.arch}`),
  ].map(([name, own]) => [name, own.length]),
)
