import { isFinal, linked, type DependencyKind, type LabJob, type OpenQaState } from '../state.ts'

/** What a job is made from. */
export type NewJob = Pick<LabJob, 'settings' | 'groupId' | 'productId' | 'originId' | 'assets' | 'priority'>

/** Adds a scheduled job under the next id. */
export function addJob(openqa: OpenQaState, made: NewJob): LabJob {
  const job: LabJob = {
    ...made,
    id: ++openqa.lastJob,
    parents: [],
    children: [],
    comments: [],
    state: 'scheduled',
    result: 'none',
    reason: null,
    cloneId: null,
    blockedById: null,
    modules: [],
    workerId: null,
    startedAt: null,
    finishedAt: null,
    due: null,
  }
  openqa.jobs.set(job.id, job)
  openqa.open.add(job)
  const build = job.settings['BUILD'] ?? ''
  const sameBuild = openqa.byBuild.get(build)
  if (sameBuild) sameBuild.push(job)
  else openqa.byBuild.set(build, [job])
  return job
}

/** Makes one job depend on another. A repeat changes nothing. */
export function addLink(parent: LabJob, child: LabJob, kind: DependencyKind): void {
  if (child.parents.some((link) => link.id === parent.id && link.kind === kind)) return
  child.parents.push({ id: parent.id, kind })
  parent.children.push({ id: child.id, kind })
}

/**
 * Sets the job that blocks this one: its first chained parent, or a parallel partner's, that has not ended.
 * openQA sets it when a job is made and when the blocking job ends, not when that is cancelled.
 */
export function updateBlocked(openqa: OpenQaState, job: LabJob): void {
  const partners = [...linked(openqa, job.parents, 'Parallel'), ...linked(openqa, job.children, 'Parallel')]
  const waitsFor = [job, ...partners]
    .flatMap(({ parents }) => linked(openqa, parents, 'Chained', 'Directly chained'))
    .filter((parent) => !isFinal(parent))
    .map(({ id }) => id)
  job.blockedById = waitsFor.length === 0 ? null : Math.min(...waitsFor)
}

/** The job's name in openQA: `fedora-Rawhide-Server-dvd-iso-x86_64-BuildX-install_default@64bit`. */
export function nameOf({ settings }: Pick<LabJob, 'settings'>): string {
  const { DISTRI, VERSION, FLAVOR, ARCH, BUILD, TEST, MACHINE } = settings
  const parts = [DISTRI, VERSION, FLAVOR, ARCH, BUILD && `Build${BUILD}`, TEST].filter(Boolean)
  return `${parts.join('-')}${MACHINE ? `@${MACHINE}` : ''}`.replaceAll(/[^a-zA-Z0-9@._+:-]/g, '_')
}
