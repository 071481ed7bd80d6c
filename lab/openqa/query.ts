import type { LabJob, OpenQaState } from './state.ts'

/** openQA's answer to a query that it refuses. */
export interface BadQuery {
  readonly status: 400 | 500
  readonly error: string | null
}

/** A page of jobs, in the order of the answer, and whether there is more. */
export interface Page {
  readonly jobs: readonly LabJob[]
  readonly limit: number
  readonly offset: number
  readonly more: boolean
}

const mostJobs = 10_000

/**
 * The jobs of `GET /jobs`: the newest `limit` matches, sorted by their ids as text. With `latest`, it reads
 * one job more than the limit and then drops duplicates.
 */
export function queryJobs(openqa: OpenQaState, query: URLSearchParams): Page | BadQuery {
  const bad = mistakeIn(query)
  if (bad) return bad
  const limit = Math.min(mostJobs, Number(query.get('limit') ?? mostJobs))
  const offset = Number(query.get('offset') ?? 0)
  const found = candidates(openqa, query)
    .filter((job) => fits(openqa, job, query))
    .toSorted((one, other) => other.id - one.id)
    .slice(offset, offset + limit + 1)
  if (query.has('latest')) return { jobs: latestOf(found).toSorted(byText), limit, offset, more: false }
  return { jobs: found.slice(0, limit).toSorted(byText), limit, offset, more: found.length > limit }
}

/** The newest job of each scenario. The jobs must come newest first. */
export function latestOf(jobs: readonly LabJob[]): readonly LabJob[] {
  const seen = new Set<string>()
  return jobs.filter(({ settings }) => {
    const { DISTRI, VERSION, BUILD, TEST, FLAVOR, ARCH, MACHINE = '' } = settings
    const key = [DISTRI, VERSION, BUILD, TEST, FLAVOR, ARCH, MACHINE].join('-')
    return !seen.has(key) && seen.add(key)
  })
}

/** Several values of a parameter: repeated, or one with commas. */
export function valuesOf(query: URLSearchParams, name: string): readonly string[] {
  const values = query.getAll(name)
  return values[0]?.includes(',') ? values[0].split(',') : values
}

function mistakeIn(query: URLSearchParams): BadQuery | null {
  const isNumber = (name: string) => !query.has(name) || /^-?\d+$/.test(query.get(name) ?? '')
  const scopes = ['current', 'relevant']
  if (query.get('limit') === '0') return { status: 400, error: 'Limit exceeds maximum' }
  const wrong = [
    ...(query.has('scope') && !scopes.includes(query.get('scope') ?? '') ? ['scope'] : []),
    ...(query.has('latest') && query.get('latest') !== '1' ? ['latest'] : []),
    ...['limit', 'offset'].filter((name) => !isNumber(name)),
  ]
  if (wrong.length > 0) {
    return {
      status: 400,
      error: `Erroneous parameters (${wrong.map((name) => `${name} invalid`).join(', ')})`,
    }
  }
  const ids = [...valuesOf(query, 'ids'), ...query.getAll('before'), ...query.getAll('after')]
  return ids.every((id) => /^\d+$/.test(id)) ? null : { status: 500, error: null }
}

function candidates(openqa: OpenQaState, query: URLSearchParams): readonly LabJob[] {
  const build = query.get('build')
  return build === null || query.has('ids') ? [...openqa.jobs.values()] : (openqa.byBuild.get(build) ?? [])
}

const ownSettings = [
  'build',
  'distri',
  'version',
  'flavor',
  'arch',
  'test',
  'machine',
  'iso',
  'hdd_1',
  'worker_class',
]

function fits(openqa: OpenQaState, job: LabJob, query: URLSearchParams): boolean {
  const ids = valuesOf(query, 'ids')
  const bySettings = (name: string) =>
    !query.has(name) || job.settings[name.toUpperCase()] === query.get(name)
  return (
    (ids.length > 0 ? ids.includes(String(job.id)) : ownSettings.every(bySettings)) &&
    oneOf(query, 'state', job.state) &&
    oneOf(query, 'result', job.result) &&
    job.id < Number(query.get('before') ?? Number.POSITIVE_INFINITY) &&
    job.id > Number(query.get('after') ?? 0) &&
    inGroup(openqa, job, query) &&
    inScope(openqa, job, query.get('scope')) &&
    hasModule(job, query)
  )
}

function oneOf(query: URLSearchParams, name: string, value: string): boolean {
  const values = valuesOf(query, name)
  return values.length === 0 || values.includes(value)
}

function inGroup(openqa: OpenQaState, { groupId }: LabJob, query: URLSearchParams): boolean {
  const id = query.get('groupid')
  if (id !== null) return groupId === (id === '0' ? null : Number(id))
  const name = query.get('group')
  return name === null || (groupId !== null && openqa.groups[groupId - 1] === name)
}

function inScope(openqa: OpenQaState, job: LabJob, scope: string | null): boolean {
  if (scope === null || job.cloneId === null) return scope !== 'relevant' || job.result !== 'obsoleted'
  const clone = openqa.jobs.get(job.cloneId)
  const pending = clone !== undefined && clone.state !== 'done' && clone.state !== 'cancelled'
  return scope === 'relevant' && pending && job.result !== 'obsoleted'
}

function hasModule({ modules }: LabJob, query: URLSearchParams): boolean {
  if (!query.has('modules') && !query.has('modules_result')) return true
  return modules.some(
    ({ name, result }) =>
      (!query.has('modules') || (query.get('modules') ?? '').split(',').includes(name)) &&
      (!query.has('modules_result') || (query.get('modules_result') ?? '').split(',').includes(result)),
  )
}

function byText(one: LabJob, other: LabJob): number {
  return String(one.id) < String(other.id) ? -1 : 1
}
