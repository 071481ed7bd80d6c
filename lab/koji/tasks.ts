import { midnightMs } from '../../compose/naming/calendar.ts'
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

/** The script of a task, with its compose. */
type MadeTask = TaskScript & { readonly version: string; readonly release: string }

function rows(
  script: TaskScript,
  { version, composeRelease: release }: ComposeTasks,
  id: number,
): readonly ScriptedTask[] {
  const maker = makerOf(script.method)
  const made = { ...script, version, release }
  const fault = script.ends === 'FAILED' ? { code: maker.fault, text: failure(maker, script.arch) } : null
  return [
    { ...parentTask(made, maker, id), fault },
    { ...childTask(made, maker, id), fault },
  ]
}

function parentTask(made: MadeTask, maker: Maker, id: number): Omit<ScriptedTask, 'fault'> {
  const { from, until, ends } = made
  const names = { id, parent: null, method: maker.parent, arch: 'noarch', label: null }
  const request = parentRequest(maker, made)
  return {
    from,
    until,
    ends,
    fixed: { ...names, request, output: [] },
    result: 'Scratch build, not imported',
  }
}

function childTask(made: MadeTask, maker: Maker, parent: number): Omit<ScriptedTask, 'fault'> {
  const { from, until, ends, arch, name, version, release } = made
  const id = parent + 1
  const files = filesOf(made, maker, `${version}-${release}`)
  const names = { id, parent, method: maker.child, arch, label: labelOf(maker, arch) }
  const output = files.map((file) => ({ name: file, bytes: 3 * 2 ** 30 }))
  return {
    from: from + 1,
    until,
    ends,
    fixed: { ...names, request: maker.requests?.child(made) ?? childRequest(made), output },
    result: { arch, task_id: id, name, version, release, files },
  }
}

function filesOf({ name, arch, makes }: TaskScript, { suffix }: Maker, made: string): readonly string[] {
  return (makes ?? [suffix]).map((each) => `${name}-${made}.${arch}.${each}`)
}

function taskAt(task: ScriptedTask, { composeRelease }: ComposeTasks, minute: Minute): HubTask {
  const started = minute >= task.from + 1
  const ended = minute >= task.until
  const state = ended ? numbers[task.ends] : numbers[started ? 'OPEN' : 'FREE']
  const due = midnightMs(composeRelease.slice(0, 8)) / 1000 + dueMinute * 60
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
