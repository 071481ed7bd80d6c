import { nameOf } from './jobs/job.ts'
import { latestOf, valuesOf } from './query.ts'
import type { LabJob, OpenQaState } from './state.ts'

const criteria = ['distri', 'version', 'flavor', 'test'] as const

/**
 * The jobs of `GET /jobs/overview`, newest first: the latest of each scenario, without cloned jobs. Without a
 * build it shows only the newest build. It ignores unknown group ids, and the parameters arch and machine.
 */
export function overview(
  openqa: OpenQaState,
  query: URLSearchParams,
): readonly { id: number; name: string }[] {
  const groups = groupIds(openqa, query)
  const found = [...openqa.jobs.values()]
    .filter((job) => criteria.every((name) => isAmong(query.getAll(name), job.settings[name.toUpperCase()])))
    .filter(({ groupId }) => groups.length === 0 || groups.includes(groupId ?? 0))
    .toReversed()
  const builds = query.getAll('build').filter((build) => build !== '')
  const newest = found[0]?.settings['BUILD'] ?? ''
  const wanted = builds.length > 0 ? builds : [newest]
  return latestOf(found.filter((job) => job.cloneId === null && wanted.includes(job.settings['BUILD'] ?? '')))
    .filter(
      (job) => isAmong(valuesOf(query, 'state'), job.state) && isAmong(valuesOf(query, 'result'), job.result),
    )
    .filter((job) => failedIn(job, valuesOf(query, 'failed_modules')))
    .map((job) => ({ id: job.id, name: nameOf(job) }))
}

function groupIds(openqa: OpenQaState, query: URLSearchParams): readonly number[] {
  const byName = query.getAll('group').map((name) => openqa.groups.indexOf(name) + 1)
  return [...query.getAll('groupid').map(Number), ...byName].filter(
    (id) => id > 0 && id <= openqa.groups.length,
  )
}

function isAmong(values: readonly string[], value: string | undefined): boolean {
  return values.length === 0 || (value !== undefined && values.includes(value))
}

function failedIn({ result, modules }: LabJob, names: readonly string[]): boolean {
  if (names.length === 0) return true
  return (
    result === 'failed' && modules.some((module) => module.result === 'failed' && names.includes(module.name))
  )
}
