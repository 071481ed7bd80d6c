import { childRequest, labelOf, makerOf, parentRequest, type Maker } from './maker.ts'
import type { HubTask } from './row.ts'
import type { Minute, TaskScript } from '../script.ts'

/** The tasks of a compose: `20261124.n.0` of `Rawhide`, or `20150819` of `rawhide` for a nightly of 2015. */
export interface ComposeTasks {
  readonly composeRelease: string
  readonly version: string
  readonly tasks: readonly TaskScript[]
  /** How many days before the night it was made; 0 by default. */
  readonly daysAgo?: number
}

const numbers = { FREE: 0, OPEN: 1, CLOSED: 2, CANCELED: 3, FAILED: 5 }

/** Rawhide's composes are due at 05:15 UTC: this is minute 0 on the compose's date. */
const dueMinute = 5 * 60 + 15
const firstId = 130_000_000
const idsOfOneCompose = 10_000
const minutesOfDay = 24 * 60

/**
 * The hub's rows at a minute of the night. Each script makes a parent, which is FREE at first. One minute
 * later the parent is OPEN and has a child. Both end together. Ids depend only on the script.
 */
export function hubTasks(composes: readonly ComposeTasks[], tonight: Minute): readonly HubTask[] {
  return composes.flatMap((compose, order) => {
    const minute = tonight + (compose.daysAgo ?? 0) * minutesOfDay
    return compose.tasks.flatMap((script, at) => {
      const id = firstId + order * idsOfOneCompose + at * 2
      return rows(script, compose, id)
        .filter(({ from }) => from <= minute)
        .map((row) => taskAt(row, compose, minute))
    })
  })
}

/** A parent or a child, without its state at a minute. */
interface ScriptedTask {
  readonly from: Minute
  readonly until: Minute
  readonly ends: TaskScript['ends']
  readonly fixed: Pick<HubTask, 'id' | 'parent' | 'method' | 'arch' | 'label' | 'request' | 'output'>
  readonly result: HubTask['result']
  readonly fault: HubTask['fault']
}

function rows(
  script: TaskScript,
  { version, composeRelease }: ComposeTasks,
  id: number,
): readonly ScriptedTask[] {
  const maker = makerOf(script.method)
  const { from, until, ends, arch } = script
  const made = { ...script, version, release: composeRelease }
  const files = filesOf(script, maker, `${version}-${composeRelease}`)
  const fault = ends === 'FAILED' ? { code: maker.fault, text: failure(maker, arch) } : null
  return [
    {
      from,
      until,
      ends,
      fixed: {
        id,
        parent: null,
        method: maker.parent,
        arch: 'noarch',
        label: null,
        request: parentRequest(maker, made),
        output: [],
      },
      result: 'Scratch build, not imported',
      fault,
    },
    {
      from: from + 1,
      until,
      ends,
      fixed: {
        id: id + 1,
        parent: id,
        method: maker.child,
        arch,
        label: labelOf(maker, arch),
        request: childRequest(made),
        output: files.map((name) => ({ name, bytes: 3 * 2 ** 30 })),
      },
      result: { arch, task_id: id + 1, name: script.name, version, release: composeRelease, files },
      fault,
    },
  ]
}

function filesOf({ name, arch, makes }: TaskScript, { suffix }: Maker, made: string): readonly string[] {
  return (makes ?? [suffix]).map((each) => `${name}-${made}.${arch}.${each}`)
}

function taskAt(task: ScriptedTask, { composeRelease }: ComposeTasks, minute: Minute): HubTask {
  const started = minute >= task.from + 1
  const ended = minute >= task.until
  const state = ended ? numbers[task.ends] : numbers[started ? 'OPEN' : 'FREE']
  const due = Date.parse(dashed(composeRelease)) / 1000 + dueMinute * 60
  return {
    ...task.fixed,
    owner: 2745,
    state,
    createdAt: due + task.from * 60,
    startedAt: started ? due + (task.from + 1) * 60 : null,
    completedAt: ended ? due + task.until * 60 : null,
    result: state === numbers.CLOSED ? task.result : null,
    fault: state === numbers.FAILED ? task.fault : null,
    output: ended && state === numbers.CLOSED ? task.fixed.output : [],
  }
}

function failure({ child }: Maker, arch: string): string {
  return `could not create the image: ${child} on ${arch} ended with status 1; see root.log for more information`
}

function dashed(release: string): string {
  return `${release.slice(0, 4)}-${release.slice(4, 6)}-${release.slice(6, 8)}`
}
