import { triesBefore } from './end.ts'
import type { LabJob, LabModule, OpenQaState } from '../state.ts'
import type { JobScript, Minute } from '../../script.ts'

type Settings = Readonly<Record<string, string>>

/** The script of a build that matches a job; null if the job just passes. */
export function scriptOf(scripts: readonly JobScript[], settings: Settings): JobScript | null {
  const fits = ({ test, flavor, arch, machine }: JobScript) =>
    (test ?? settings['TEST']) === settings['TEST'] &&
    (flavor ?? settings['FLAVOR']) === settings['FLAVOR'] &&
    (arch ?? settings['ARCH']) === settings['ARCH'] &&
    (machine ?? settings['MACHINE']) === settings['MACHINE']
  return scripts.find(fits) ?? null
}

/** Adds RETRY to the settings of a job with a scripted retry, like Fedora's templates. */
export function withRetry(script: JobScript | null, settings: Settings): Settings {
  const retried = script?.passesOnRetry === true && script.result !== 'incomplete'
  return retried ? { RETRY: '1', ...settings } : settings
}

/** How a job ends. */
export interface Outcome {
  readonly result: string
  readonly reason?: string
  readonly modules: readonly LabModule[]
}

/** How this try of a job ends. */
export function outcomeOf(openqa: OpenQaState, job: LabJob, script: JobScript | null): Outcome {
  const test = job.settings['TEST'] ?? ''
  if (script === null || passesNow(openqa, job, script))
    return { result: 'passed', modules: modules([test], 'passed') }
  const { result } = script
  if (result === 'incomplete') return { result, reason: brokenBy(script), modules: modules([test], 'none') }
  if (result === 'timeout_exceeded') return { result, reason: tooLong, modules: modules([test], 'canceled') }
  return { result, modules: modules(script.modules ?? [test], result) }
}

/** Whether this try of a job never ends. */
export function hangs(openqa: OpenQaState, job: LabJob, script: JobScript | null): boolean {
  return script?.hangs === true && !passesNow(openqa, job, script)
}

/** The duration of a job: half to one and a half of the usual, by its name, so every night is the same. */
export function minutesOf({ settings }: LabJob, usual: Minute): Minute {
  const name = `${settings['TEST'] ?? ''}@${settings['MACHINE'] ?? ''} ${settings['FLAVOR'] ?? ''}`
  const spread = Buffer.from(name).reduce((mixed, byte) => (mixed * 31 + byte) % 1000, 7)
  return usual * (0.5 + spread / 1000)
}

function passesNow(openqa: OpenQaState, job: LabJob, script: JobScript): boolean {
  const secondChance = script.passesOnRetry === true || script.passesOnRestart === true
  return secondChance && triesBefore(openqa, job) > 0
}

const tooLong = 'timeout: test execution exceeded MAX_JOB_TIME'

/** The first of these reasons makes openQA restart the job. */
function brokenBy({ passesOnRetry }: JobScript): string {
  return passesOnRetry === true
    ? 'cache failure: cache service lost the asset'
    : 'tests died: unable to load main.pm'
}

function modules(names: readonly string[], last: string): readonly LabModule[] {
  return [{ name: '_boot', result: 'passed' }, ...names.map((name) => ({ name, result: last }))]
}
