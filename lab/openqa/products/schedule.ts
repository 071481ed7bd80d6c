import { addJob, updateBlocked } from '../jobs/job.ts'
import { linkJobs, withParents, type Chains } from './dependencies.ts'
import { displace } from './obsolete.ts'
import type { LabProduct, LabProductResults, OpenQaState } from '../state.ts'
import { assetType, draftsFor, type Draft, type TemplateSet } from './templates.ts'

type Settings = Readonly<Record<string, string>>

/** Parameters that control the post and do not become settings of its jobs. */
const steering = new Set([
  '_OBSOLETE',
  '_ONLY_OBSOLETE_SAME_BUILD',
  '_DEPRIORITIZEBUILD',
  '_DEPRIORITIZE_LIMIT',
  '_FORCE_OBSOLETE',
  '_FORCE_DEPRIORITIZEBUILD',
  '_SKIP_CHAINED_DEPS',
  '_GROUP',
  '_GROUP_ID',
  '_PRIORITY',
])

const mainSettings = new Set(['DISTRI', 'VERSION', 'FLAVOR', 'ARCH', 'TEST', 'MACHINE', 'BUILD'])

/** Adds settings to a job before it is made. */
export type Adjust = (settings: Settings) => Settings

/** Makes the jobs of a post and stores its results. As in openQA, a repeated post makes the jobs again. */
export function scheduleProduct(
  openqa: OpenQaState,
  templates: TemplateSet,
  product: LabProduct,
  adjust: Adjust,
  at: Date,
): LabProductResults {
  const results = schedule(openqa, templates, product, adjust, at)
  product.results = results
  product.status = 'scheduled'
  return results
}

function schedule(
  openqa: OpenQaState,
  templates: TemplateSet,
  product: LabProduct,
  adjust: Adjust,
  at: Date,
): LabProductResults {
  const { settings } = product
  if (
    displaces(settings) &&
    settings['TEST'] &&
    !flag(settings, '_FORCE_OBSOLETE', '_FORCE_DEPRIORITIZEBUILD')
  ) {
    return { error: testAndObsolete }
  }
  const posted = keep(settings, (key) => !steering.has(key) && !key.startsWith('__'))
  const found = draftsFor(templates, posted)
  if (found.kind !== 'drafts')
    return { error: found.error, error_code: found.kind === 'no-template' ? 404 : 200 }
  const chains = flag(settings, '_SKIP_CHAINED_DEPS') ? 'without-chains' : 'with-chains'
  const drafts = withParents(ofGroup(found.drafts, openqa, settings), (own) => isWanted(own, posted), chains)
  makeWay(openqa, settings, drafts[0], at)
  return {
    ...makeJobs(openqa, product, drafts, chains, adjust),
    ...(found.notes.length > 0 && { notes: found.notes }),
  }
}

const testAndObsolete =
  'One must not specify TEST and _DEPRIORITIZEBUILD=1/_OBSOLETE=1 at the same time as it is' +
  'likely not intended to deprioritize the whole build when scheduling a single scenario.'

function makeJobs(
  openqa: OpenQaState,
  product: LabProduct,
  drafts: readonly Draft[],
  chains: Chains,
  adjust: Adjust,
) {
  const jobs = drafts.map(({ settings, group, priority }) => {
    const own = adjust(settings)
    return addJob(openqa, {
      settings: keep(
        { WORKER_CLASS: `qemu_${own['ARCH'] ?? ''}`, ...own },
        (key, value) => !mainSettings.has(key) || value !== '',
      ),
      groupId: group === null ? null : groupId(openqa, group),
      productId: product.id,
      originId: null,
      assets: assetsOf(own),
      priority: Number(product.settings['_PRIORITY'] ?? priority),
    })
  })
  for (const key of Object.keys(product.settings)) if (key.endsWith('_URL')) download(openqa, key, drafts)
  const failed = linkJobs(jobs, chains)
  for (const job of jobs) updateBlocked(openqa, job)
  const unlinked = new Set(failed.flatMap((failure) => ('job_id' in failure ? [failure.job_id] : [])))
  return {
    successful_job_ids: jobs.map(({ id }) => id).filter((id) => !unlinked.has(id)),
    failed_job_info: failed,
  }
}

/** The lab's downloads always succeed at once. */
function download(openqa: OpenQaState, key: string, drafts: readonly Draft[]): void {
  const setting = key.replace(/(_DECOMPRESS)?_URL$/, '')
  const type = assetType(setting)
  const name = drafts[0]?.settings[setting]
  if (type !== null && name !== undefined) openqa.files.add(`${type}/${name}`)
}

function assetsOf(settings: Settings): { type: string; name: string }[] {
  return Object.entries(settings).flatMap(([key, name]) => {
    const type = assetType(key)
    return type === null || name === '' || name.includes('/') ? [] : [{ type, name }]
  })
}

/** Without TEST and MACHINE, every job is wanted. */
function isWanted(own: Settings, { TEST = '', MACHINE = '' }: Settings): boolean {
  const tests = TEST.split(/\s*,\s*/).filter((name) => name !== '')
  return (
    (MACHINE === '' || own['MACHINE'] === MACHINE) &&
    (tests.length === 0 || tests.includes(own['TEST'] ?? ''))
  )
}

/** With an unknown group openQA makes no jobs, without an error. */
function ofGroup(
  drafts: readonly Draft[],
  openqa: OpenQaState,
  { _GROUP, _GROUP_ID }: Settings,
): readonly Draft[] {
  const wanted = _GROUP_ID === undefined ? _GROUP : openqa.groups[Number(_GROUP_ID) - 1]
  if (_GROUP_ID === undefined && _GROUP === undefined) return drafts
  return drafts.filter(({ group }) => group !== null && group === wanted)
}

function makeWay(openqa: OpenQaState, settings: Settings, first: Draft | undefined, at: Date): void {
  if (!displaces(settings) || !first?.settings['BUILD']) return
  const sameBuild = flag(settings, '_ONLY_OBSOLETE_SAME_BUILD')
  const keys = new Set(['DISTRI', 'VERSION', 'FLAVOR', 'ARCH', ...(sameBuild ? ['BUILD'] : [])])
  const same = keep(first.settings, (key) => keys.has(key))
  const limit = Number(settings['_DEPRIORITIZE_LIMIT'] ?? 100)
  displace(
    openqa,
    same,
    flag(settings, '_DEPRIORITIZEBUILD') ? { kind: 'deprioritize', limit } : { kind: 'obsolete' },
    at,
  )
}

function displaces(settings: Settings): boolean {
  return flag(settings, '_OBSOLETE', '_DEPRIORITIZEBUILD')
}

function flag(settings: Settings, ...keys: readonly string[]): boolean {
  return keys.some((key) => settings[key] !== undefined && settings[key] !== '' && settings[key] !== '0')
}

function keep(settings: Settings, isKept: (key: string, value: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).filter(([key, value]) => isKept(key, value)))
}

function groupId(openqa: OpenQaState, name: string): number {
  if (!openqa.groups.includes(name)) openqa.groups.push(name)
  return openqa.groups.indexOf(name) + 1
}
