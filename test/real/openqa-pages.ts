import { z } from 'zod'

/** A job as openQA's overview of a build shows it: the newest of its scenario. */
export interface ShownJob {
  readonly id: number
  /** `Server-dvd-iso x86_64 install_default`; of a test that has two machines, also which: `…@uefi`. */
  readonly name: string
  readonly state: string
  /** Null where the page shows none, as of a job that was cancelled before it ran. */
  readonly result: string | null
}

/** What openQA's own page on a build says. */
export interface Overview {
  /** By the page's own words: `Passed`, `Soft-Failed`, `None`. */
  readonly counts: Readonly<Record<string, number>>
  readonly jobs: readonly ShownJob[]
}

const shown = z
  .object({ jobid: z.int(), state: z.string(), overall: z.string().nullish() })
  .transform(({ jobid, state, overall }) => ({ id: jobid, state, result: overall ?? null }))

/** The jobs of one flavor by test and arch. `description` is null, since no suite here has one. */
const testsOfFlavor = z.record(z.string(), z.record(z.string(), shown.nullable()))

/** By distribution, version and flavor. */
const overviewSchema = z.object({
  results: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), testsOfFlavor)))
    .transform((results) =>
      Object.values(results)
        .flatMap((versions) => Object.values(versions))
        .flatMap((flavors) => Object.entries(flavors).map(([flavor, own]) => ({ flavor, tests: own }))),
    ),
})

/** Reads the overview of a build: the sums from its HTML, the jobs from its JSON. */
export async function overviewOf(url: string, build: string): Promise<Overview> {
  const address = `${url}/tests/overview?${new URLSearchParams({ build }).toString()}`
  const page = await (await fetch(address)).text()
  const json: unknown = await (await fetch(address, { headers: { Accept: 'application/json' } })).json()
  return { counts: countsOn(page), jobs: jobsIn(overviewSchema.parse(json)) }
}

/** The state and result that a job's own page shows; null where there is no such page. */
export async function shownAt(url: string): Promise<{ state: string; result: string } | null> {
  const response = await fetch(url)
  const [, state = '', result = ''] = /setupResult\(\d+, '(\w+)', '(\w+)'/.exec(await response.text()) ?? []
  return response.status === 200 ? { state, result } : null
}

function countsOn(page: string): Overview['counts'] {
  const summary = page.slice(page.indexOf('id="summary"'), page.indexOf('id="filter-panel"'))
  const sums = summary.matchAll(/([\w-]+): <span class="badge[^>]*>(\d+)</g)
  return Object.fromEntries([...sums].map(([, word = '', sum]) => [word, Number(sum)]))
}

function jobsIn(page: z.output<typeof overviewSchema>): readonly ShownJob[] {
  return page.results.flatMap(({ flavor, tests }) =>
    Object.entries(tests).flatMap(([test, arches]) =>
      Object.entries(arches).flatMap(([arch, job]) =>
        job === null ? [] : [{ ...job, name: `${flavor} ${arch} ${test}` }],
      ),
    ),
  )
}
