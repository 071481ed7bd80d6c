import { z } from 'zod'
import type { TemplateSet } from '../../lab/openqa/products/templates.ts'
import { recordedJson, recordedTable } from './read.ts'

const settings = z
  .record(z.string(), z.string())
  .transform((all) => Object.entries(all).map(([key, value]) => ({ key, value })))
const settingsFile = z.object({
  machines: z.array(z.object({ name: z.string(), backend: z.string(), settings })),
  products: z.array(z.object({ flavor: z.string(), arch: z.string(), settings })),
  suites: z.array(z.object({ name: z.string(), settings })),
})
const templateRow = z.object({
  flavor: z.string(),
  arch: z.string(),
  machine: z.string(),
  suite: z.string(),
  prio: z.coerce.number(),
  group: z.string(),
})

const { machines, products, suites } = recordedJson('openqa-2019-settings.json', settingsFile)
const templates = recordedTable('openqa-2019-templates.tsv', templateRow)
const every = { distri: 'fedora', version: '*' }

/** Fedora's own openQA templates of April 2019, in the form of a file for `openqa-load-templates`. */
export const templates2019: TemplateSet = {
  Machines: machines,
  Products: products.map((product) => ({ ...product, ...every, name: '' })),
  TestSuites: suites,
  JobTemplates: templates.map(({ flavor, arch, machine, suite, prio, group }) => ({
    machine: { name: machine },
    prio,
    product: { flavor, arch, ...every },
    test_suite: { name: suite },
    ...(group !== '' && { group_name: group }),
  })),
}
