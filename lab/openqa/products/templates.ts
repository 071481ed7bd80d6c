/** A name with settings, in the form of `openqa-load-templates`. */
interface Named {
  readonly name: string
  readonly settings: readonly { readonly key: string; readonly value: string }[]
}

/** Identifies a product; the version `*` matches any. */
interface ProductName {
  readonly arch: string
  readonly distri: string
  readonly flavor: string
  readonly version: string
}

/** openQA's job templates in the file format of `openqa-load-templates`, as far as the lab reads it. */
export interface TemplateSet {
  readonly Machines: readonly (Named & { readonly backend: string })[]
  readonly Products: readonly (ProductName & Pick<Named, 'settings'>)[]
  readonly TestSuites: readonly Named[]
  readonly JobTemplates: readonly {
    readonly group_name?: string
    readonly prio: number
    readonly machine: { readonly name: string }
    readonly product: ProductName
    readonly test_suite: { readonly name: string }
  }[]
}

/** A job to make: its settings, and its group and priority from the template. */
export interface Draft {
  readonly settings: Readonly<Record<string, string>>
  readonly group: string | null
  readonly priority: number
}

/** The drafts of a post, or openQA's error if there are none. */
export type Drafts =
  | { readonly kind: 'drafts'; readonly drafts: readonly Draft[]; readonly notes: readonly string[] }
  | { readonly kind: 'no-product' | 'no-template'; readonly error: string }

/** The drafts of every template of the posted product. */
export function draftsFor(templates: TemplateSet, posted: Readonly<Record<string, string>>): Drafts {
  const { DISTRI = '', VERSION = '', FLAVOR = '', ARCH = '' } = posted
  const of = (version: string) =>
    templates.Products.filter(
      (product) =>
        product.distri === DISTRI.toLowerCase() &&
        product.version === version &&
        product.flavor === FLAVOR &&
        product.arch === ARCH,
    )
  const exact = of(VERSION)
  const products = exact.length > 0 ? exact : of('*')
  const named = `${DISTRI}-${FLAVOR}-${ARCH}`
  if (products.length === 0) return { kind: 'no-product', error: `no products found for ${named}` }
  const drafts = products.flatMap((product) => draftsOf(templates, product, posted))
  if (drafts.length === 0) return { kind: 'no-template', error: `no templates found for ${named}` }
  const notes = exact.length > 0 ? [] : [`no products found for version ${DISTRI}falling back to "*"`]
  return { kind: 'drafts', drafts, notes }
}

function draftsOf(
  templates: TemplateSet,
  product: TemplateSet['Products'][number],
  posted: Readonly<Record<string, string>>,
): readonly Draft[] {
  return templates.JobTemplates.filter((template) => sameProduct(template.product, product)).map(
    (template) => {
      const machine = templates.Machines.find(({ name }) => name === template.machine.name)
      const suite = templates.TestSuites.find(({ name }) => name === template.test_suite.name)
      const own = [product, machine, suite].flatMap((part) => part?.settings ?? [])
      const classes = own.filter(({ key }) => key === 'WORKER_CLASS').map(({ value }) => value)
      const settings = {
        ...Object.fromEntries(own.map(({ key, value }) => [key, value])),
        ...(classes.length > 0 && { WORKER_CLASS: classes.toSorted().join(',') }),
        ...posted,
        BACKEND: machine?.backend ?? '',
        MACHINE: template.machine.name,
        DISTRI: (posted['DISTRI'] ?? '').toLowerCase(),
        TEST: template.test_suite.name,
        TEST_SUITE_NAME: template.test_suite.name,
      }
      return {
        settings: finished(settings),
        group: template.group_name ?? null,
        priority: template.prio,
      }
    },
  )
}

function sameProduct(one: ProductName, other: ProductName): boolean {
  return (
    one.arch === other.arch &&
    one.distri === other.distri &&
    one.flavor === other.flavor &&
    one.version === other.version
  )
}

/** Adds what the settings imply: file names from URLs, `+NAME` overrides `NAME`, `%NAME%` is replaced. */
function finished(settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries({ ...filesOfUrls(settings), ...settings })
  const forced = entries.flatMap(([key, value]) =>
    key.startsWith('+') ? [[key.slice(1), value] as const] : [],
  )
  const all = {
    ...Object.fromEntries(entries.filter(([key]) => !key.startsWith('+'))),
    ...Object.fromEntries(forced),
  }
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, expanded(value, all, [])]))
}

/** `ISO_URL` gives ISO its file name; `HDD_1_DECOMPRESS_URL` gives HDD_1 the name without its extension. */
function filesOfUrls(settings: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(settings).flatMap(([key, url]) => {
    const [, name, decompress] = /^(.+?)(_DECOMPRESS)?_URL$/.exec(key) ?? []
    if (name === undefined || assetType(name) === null || !URL.canParse(url)) return []
    const file = new URL(url).pathname.split('/').at(-1) ?? ''
    return [[name, decompress ? file.replace(/\.[^.]*$/, '') : file]]
  })
  return Object.fromEntries(files)
}

function expanded(value: string, all: Readonly<Record<string, string>>, within: readonly string[]): string {
  return value.replaceAll(/%(\w+)%/g, (_, name: string) =>
    within.includes(name) ? '' : expanded(all[name] ?? '', all, [...within, name]),
  )
}

/** The type of the asset that a setting names; null if it names none. */
export function assetType(setting: string): 'iso' | 'hdd' | 'repo' | 'other' | null {
  if (/^ISO(_\d+)?$/.test(setting)) return 'iso'
  if (/^HDD_\d+$/.test(setting)) return 'hdd'
  if (/^REPO_\d+$/.test(setting)) return 'repo'
  return /^(ASSET_\d+|KERNEL|INITRD)$/.test(setting) ? 'other' : null
}
