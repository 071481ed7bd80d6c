import nightly from './openqa-nightly.json' with { type: 'json' }
import type { TemplateSet } from './openqa-templates.ts'

const archOfClass = /^qemu_(\w+)$/

/** The templates of a whole Fedora night: about as many jobs for each flavor and arch as Fedora runs. */
export const nightlyTemplates: TemplateSet = {
  Machines: Object.entries(nightly.machines).map(([name, workerClass]) => ({
    name,
    backend: 'qemu',
    settings: settings({ WORKER_CLASS: workerClass, ARCH_BASE_MACHINE: name }),
  })),
  Products: products().map((product) => ({ ...product, settings: [] })),
  TestSuites: Object.entries(nightly.suites).map(([name, own]) => ({ name, settings: settings(own) })),
  JobTemplates: nightly.flavors.flatMap(({ flavor, machines, sets }) =>
    machines.flatMap((machine) =>
      suitesOf(sets).map((suite) => ({
        group_name: 'fedora',
        prio: suite.includes('upload') ? 10 : 20,
        machine: { name: machine },
        product: productOf(flavor, machine),
        test_suite: { name: suite },
      })),
    ),
  ),
}

function products() {
  const all = nightly.flavors.flatMap(({ flavor, machines }) =>
    machines.map((name) => productOf(flavor, name)),
  )
  return [...new Map(all.map((product) => [`${product.flavor} ${product.arch}`, product])).values()]
}

function productOf(flavor: string, machine: string) {
  const workerClass = new Map(Object.entries(nightly.machines)).get(machine) ?? ''
  const arch = archOfClass.exec(workerClass)?.[1] ?? machine
  return { distri: 'fedora', version: '*', flavor, arch }
}

function suitesOf(names: readonly string[]): readonly string[] {
  const sets = new Map(Object.entries(nightly.sets))
  return names.flatMap((name) => sets.get(name) ?? [])
}

function settings(pairs: Readonly<Record<string, string>>) {
  return Object.entries(pairs).map(([key, value]) => ({ key, value }))
}
