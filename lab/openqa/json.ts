import { nameOf } from './jobs/job.ts'
import {
  dependencyKinds,
  isFinal,
  isOk,
  linked,
  type LabJob,
  type LabProduct,
  type Link,
  type OpenQaState,
} from './state.ts'

/** A job in `GET /jobs/<id>`. Some keys without a value are absent, not null. */
export function jobJson(openqa: OpenQaState, job: LabJob): Record<string, unknown> {
  return {
    id: job.id,
    name: nameOf(job),
    test: job.settings['TEST'] ?? '',
    state: job.state,
    result: job.result,
    priority: job.priority,
    clone_id: job.cloneId,
    ...(job.originId !== null && { origin_id: job.originId }),
    blocked_by_id: job.blockedById,
    group_id: job.groupId,
    ...(job.groupId !== null && { group: openqa.groups[job.groupId - 1] }),
    ...(job.workerId !== null && { assigned_worker_id: job.workerId }),
    ...(job.reason !== null && { reason: job.reason }),
    ...(job.assets.length > 0 && { assets: assetsJson(job) }),
    settings: { ...job.settings, NAME: `${String(job.id).padStart(8, '0')}-${nameOf(job)}` },
    parents: linksJson(job.parents),
    children: linksJson(job.children),
    has_parents: job.parents.length > 0 ? 1 : 0,
    parents_ok: parentsOk(openqa, job),
    t_started: job.startedAt && isoTime(job.startedAt),
    t_finished: job.finishedAt && isoTime(job.finishedAt),
  }
}

/** A job in a list: with its modules. */
export function listedJobJson(openqa: OpenQaState, job: LabJob): Record<string, unknown> {
  return { ...jobJson(openqa, job), modules: modulesJson(job) }
}

/** A job in `GET /jobs/<id>/details`. */
export function detailedJobJson(
  openqa: OpenQaState,
  job: LabJob,
  ulogs: readonly string[],
): Record<string, unknown> {
  const logs = job.modules.length > 0 ? ['autoinst-log.txt', 'vars.json'] : []
  return { ...jobJson(openqa, job), testresults: modulesJson(job), logs, ulogs }
}

/** A scheduled product; with `jobIds` only if they were asked for. */
export function productJson(product: LabProduct, jobIds: readonly number[] | null): Record<string, unknown> {
  const { DISTRI, VERSION, FLAVOR, ARCH, BUILD = '', ISO = '' } = product.settings
  const done = product.status === 'scheduled'
  return {
    id: product.id,
    distri: DISTRI,
    version: VERSION,
    flavor: FLAVOR,
    arch: ARCH,
    build: BUILD,
    iso: ISO,
    status: product.status,
    results: product.results,
    settings: product.settings,
    gru_task_id: done ? null : (product.task?.id ?? null),
    minion_job_id: product.task?.id ?? null,
    t_created: spacedTime(product.createdAt),
    t_updated: spacedTime(product.createdAt),
    user_id: 2,
    ...(jobIds && { job_ids: jobIds }),
  }
}

/** `2026-11-24 05:58:32`, the form in products and (with a zone) in comments. */
export function spacedTime(at: Date): string {
  return isoTime(at).replace('T', ' ')
}

/** UTC without a zone: `2026-11-24T05:55:44`. */
function isoTime(at: Date): string {
  return at.toISOString().slice(0, 19)
}

function linksJson(links: readonly Link[]): Record<string, number[]> {
  return Object.fromEntries(
    dependencyKinds.map((kind) => [kind, links.filter((link) => link.kind === kind).map(({ id }) => id)]),
  )
}

function assetsJson({ assets }: LabJob): Record<string, string[]> {
  const groups = Map.groupBy(assets, ({ type }) => type)
  return Object.fromEntries([...groups].map(([type, files]) => [type, files.map(({ name }) => name)]))
}

function modulesJson({ modules }: LabJob): object[] {
  return modules.map(({ name, result }) => ({ name, result, category: 'tests', flags: ['important'] }))
}

/** An empty string for a job that was stopped because of others, else 1 or 0. */
function parentsOk(openqa: OpenQaState, job: LabJob): 1 | 0 | '' {
  if (['skipped', 'parallel_failed', 'parallel_restarted'].includes(job.result)) return ''
  if (!isFinal(job)) return 1
  return linked(openqa, job.parents, ...dependencyKinds).every(isOk) ? 1 : 0
}
