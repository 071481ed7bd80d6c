import type { TemplateSet } from './templates.ts'

/** openQA's job templates in a short form without repetition. */
export interface BriefTemplates {
  /** The worker class of each machine, `qemu_<arch>`: it gives the arch of the products tested on it. */
  readonly machines: Readonly<Record<string, string>>
  /** The settings of each test suite. */
  readonly suites: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Names for lists of suites. */
  readonly sets: Readonly<Record<string, readonly string[]>>
  /** The sets that run for a flavor on each of its machines. Without sets, the product has no templates. */
  readonly flavors: readonly {
    readonly flavor: string
    readonly machines: readonly string[]
    readonly sets: readonly string[]
  }[]
}

type Product = TemplateSet['JobTemplates'][number]['product']

const archOfClass = /^qemu_(\w+)$/

/** Expands templates into the form that openQA loads. */
export function templatesFrom(brief: BriefTemplates): TemplateSet {
  return {
    Machines: Object.entries(brief.machines).map(([name, workerClass]) => ({
      name,
      backend: 'qemu',
      settings: settings({ WORKER_CLASS: workerClass, ARCH_BASE_MACHINE: name }),
    })),
    Products: products(brief).map((product) => ({
      ...product,
      settings: settings(targetOf(product.flavor)),
    })),
    TestSuites: Object.entries(brief.suites).map(([name, own]) => ({
      name,
      settings: settings({ ...own, ...upgraded(name) }),
    })),
    JobTemplates: brief.flavors.flatMap(({ flavor, machines, sets }) =>
      machines.flatMap((machine) =>
        sets
          .flatMap((set) => brief.sets[set] ?? [])
          .map((suite) => ({
            group_name: 'fedora',
            prio: suite.includes('upload') ? 10 : 20,
            machine: { name: machine },
            product: productOf(brief, flavor, machine),
            test_suite: { name: suite },
          })),
      ),
    ),
  }
}

/**
 * What a job tested, as Fedora's templates say it: fedora_openqa reports the result on this image. Those of
 * 2015 did not say it.
 */
function targetOf(flavor: string): Readonly<Record<string, string>> {
  if (/-(?:raw|qcow2)\b|_xz-raw/.test(flavor)) return { TEST_TARGET: 'HDD_2' }
  return flavor.includes('-') || flavor === 'universal' ? { TEST_TARGET: 'ISO' } : {}
}

/** An upgrade is to the compose, whatever it was installed from. */
function upgraded(suite: string): Readonly<Record<string, string>> {
  return /^upgrade_(?!.*_64bit)/.test(suite) ? { TEST_TARGET: 'COMPOSE' } : {}
}

function products(brief: BriefTemplates): readonly Product[] {
  const all = brief.flavors.flatMap(({ flavor, machines }) =>
    machines.map((machine) => productOf(brief, flavor, machine)),
  )
  return [...new Map(all.map((product) => [`${product.flavor} ${product.arch}`, product])).values()]
}

function productOf({ machines }: BriefTemplates, flavor: string, machine: string): Product {
  const arch = archOfClass.exec(machines[machine] ?? '')?.[1] ?? machine
  return { distri: 'fedora', version: '*', flavor, arch }
}

function settings(pairs: Readonly<Record<string, string>>): readonly { key: string; value: string }[] {
  return Object.entries(pairs).map(([key, value]) => ({ key, value }))
}
