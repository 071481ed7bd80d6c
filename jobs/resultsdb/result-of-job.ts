import type { Image } from '../../compose/images/image.ts'
import { phaseOf } from '../results/job-state.ts'
import { aboutCompose, type ResultCompose } from './about-compose.ts'
import { aboutImage, fileName } from './about-image.ts'
import type { NewResult, ResultOutcome } from './new-result.ts'
import type { JobModule, ReportedJob } from './reported-job.ts'

/** What jobs are reported with. */
export interface Reporting {
  readonly compose: ResultCompose
  readonly images: readonly Image[]
  /** Without a closing slash. */
  readonly openqaUrl: string
}

/**
 * What ResultsDB should have of a job. `none`: nothing, as its settings or its end say. `unclear`: it should
 * have a result, but fedora_openqa can make none either.
 */
export type JobResult =
  | { readonly kind: 'result'; readonly result: NewResult }
  | { readonly kind: 'pending' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly why: string }

/** The result of a job, in the form of fedora_openqa (`report.py` of September 2025). */
export function resultOfJob(job: ReportedJob, reporting: Reporting): JobResult {
  if (phaseOf(job.state) !== 'ended') return { kind: 'pending' }
  if (isLeftOut(job)) return { kind: 'none' }
  const missing = [...scenarioKeys, 'VERSION', 'TEST_TARGET'].filter((key) => !job.settings.has(key))
  if (missing.length > 0) return unclear(`it has no ${missing.join(', ')}`)
  const about = aboutTarget(job, reporting)
  if ('kind' in about) return about
  const url = `${reporting.openqaUrl}/tests/${job.id}`
  const hasPassed = job.result === 'passed' || job.result === 'softfailed'
  const result: NewResult = {
    outcome: outcomes.get(job.result) ?? 'NEEDS_INSPECTION',
    testcase: `compose.${testcaseName(job.test)}`,
    testcaseUrl: hasPassed ? url : null,
    url,
    note: noteOf(job),
    groups: about.groups,
    data: {
      ...about.data,
      firmware: job.settings.has('UEFI') ? 'uefi' : 'bios',
      arch: setting(job, 'ARCH'),
      scenario: scenarioKeys.map((key) => setting(job, key)).join('.'),
    },
  }
  return { kind: 'result', result }
}

const outcomes: ReadonlyMap<string, ResultOutcome> = new Map([
  ['passed', 'PASSED'],
  ['failed', 'FAILED'],
  ['parallel_failed', 'FAILED'],
  ['softfailed', 'INFO'],
])

const scenarioKeys = ['DISTRI', 'FLAVOR', 'ARCH', 'MACHINE'] as const

/** Jobs that fedora_openqa never reports. */
function isLeftOut(job: ReportedJob): boolean {
  const build = setting(job, 'BUILD')
  return (
    job.isReplaced ||
    ['user_cancelled', 'obsoleted'].includes(job.result) ||
    job.settings.has('KOJITASK') ||
    /(?:EXTRA|NOREPORT)$/.test(build) ||
    setting(job, 'TEST_TARGET') === 'NONE'
  )
}

/** What a job tested: its compose, or one image of it. */
function aboutTarget(job: ReportedJob, { compose, images }: Reporting) {
  const target = setting(job, 'TEST_TARGET')
  if (job.settings.has('ADVISORY')) return unclear('it tested an update')
  if (setting(job, 'SUBVARIANT').toLowerCase() === 'coreos') return unclear('it tested CoreOS')
  if (target === 'COMPOSE') return aboutCompose(compose, 'openqa')
  if (!/^(?:ISO|HDD)(?:_\d+)?$/.test(target)) return unclear(`its TEST_TARGET is ${target}`)
  const name = imageFile(job, target)
  if (name === null) return unclear(`it has no ${target}, which its TEST_TARGET names`)
  const image = images.find((each) => fileName(each) === name)
  if (image === undefined) return unclear(`the compose has no image ${name}`)
  // A comma separates values in a query of ResultsDB, so a result on this image could not be found again.
  return name.includes(',') ? unclear(`the name ${name} has a comma`) : aboutImage(compose, image, 'openqa')
}

/** The name of the image in the compose. Some are unpacked, or renamed, before they are tested. */
function imageFile(job: ReportedJob, target: string): string | null {
  const file = setting(job, target)
  if (file === '') return null
  const packed = setting(job, 'IMAGETYPE') === 'raw-xz' && file.endsWith('.raw') ? `${file}.xz` : file
  return packed.replace(/^testing-/, '')
}

/** Letters, digits and `_` in lower case; anything else becomes a `_`. */
function testcaseName(test: string): string {
  return test.replaceAll(/[^\p{L}\p{N}_]+/gu, '_').toLowerCase()
}

/** The first module whose failure counts; for a soft failure the last one whose failure does not. */
function noteOf({ modules, result }: ReportedJob): string {
  const failed = modules.filter((module) => module.result === 'failed')
  const counting = failed.find(counts)
  if (counting !== undefined) return `${counting.name} module failed`
  const last = failed.at(-1)
  return result === 'softfailed' && last !== undefined ? `non-important module ${last.name} failed` : ''
}

function counts({ flags }: JobModule): boolean {
  return flags.includes('fatal') || flags.includes('important')
}

function setting({ settings }: ReportedJob, key: string): string {
  return settings.get(key) ?? ''
}

function unclear(why: string) {
  return { kind: 'unclear', why } as const
}
