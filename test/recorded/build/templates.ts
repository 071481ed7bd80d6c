import { z } from 'zod'
import { json } from './originals.ts'
import { writeJson, writeTable } from './write.ts'

const settings = z
  .array(z.object({ key: z.string(), value: z.union([z.string(), z.number()]) }))
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, withoutName(String(value))])))
const product = z.object({ flavor: z.string(), arch: z.string() })
const named = z.object({ name: z.string() })
const templates = z.object({
  Machines: z.array(named.extend({ backend: z.string(), settings })),
  Products: z.array(product.extend({ settings })),
  TestSuites: z.array(named.extend({ settings })),
  JobTemplates: z.array(
    z.object({
      product,
      machine: named,
      test_suite: named,
      prio: z.number(),
      group_name: z.string().optional(),
    }),
  ),
})

/** Writes Fedora's openQA templates of April 2019: a table of templates, and the settings they combine. */
export function writeTemplates(): void {
  const { Machines, Products, TestSuites, JobTemplates } = json('openqa-templates-2019.json', templates)
  writeTable(
    'openqa-2019-templates.tsv',
    JobTemplates.map(({ product: { flavor, arch }, machine, test_suite, prio, group_name }) => ({
      flavor,
      arch,
      machine: machine.name,
      suite: test_suite.name,
      prio,
      group: group_name ?? null,
    })),
  )
  writeJson('openqa-2019-settings.json', { machines: Machines, products: Products, suites: TestSuites })
}

/** A setting without the name of the person on whose web page a file lies. */
function withoutName(value: string): string {
  return value.replaceAll(/\w+(?=\.fedorapeople\.org)/g, 'someone')
}
