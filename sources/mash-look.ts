import { composeUrl } from '../compose/places/compose-url.ts'
import { judgeCompleteness, type Completeness } from '../compose/readiness/completeness.ts'
import { stateOf, type ComposeState, type StateMemory } from './compose-state.ts'
import { countTasks, tasksOf } from '../compose/koji/compose-tasks.ts'
import { kojiNameOf } from '../compose/koji/koji-name.ts'
import type { MashRef } from '../compose/naming/mash-ref.ts'
import type { FileLook, MashObservation, SettlingLook } from '../compose/readiness/observation.ts'
import { withLook, type TasksMemory } from '../compose/readiness/settling.ts'
import { distinctTasks } from '../compose/koji/tasks-before.ts'
import { daysBefore } from '../compose/naming/calendar.ts'
import { bootArches, bootImageUrl, finishUrl } from '../compose/places/tree-files.ts'
import { imageTasks } from './koji-look.ts'
import { noAnswer } from './no-answer.ts'
import type { ComposeTools } from './compose-tools.ts'

/** What earlier looks saw of the tasks. Looks closer together than `apartMs` count as one. */
interface LooksBefore {
  readonly tasks: TasksMemory | null
  readonly apartMs: number
}

/**
 * One look at a nightly of 2015: at `logs/finish` and the boot image of every arch, and at its Koji tasks
 * once `logs/finish` exists. Looks closer together than `apartMs` count as one.
 */
export async function lookAtMash(
  tools: ComposeTools,
  ref: MashRef,
  before: StateMemory,
  apartMs: number,
): Promise<ComposeState> {
  const tree = composeUrl(ref, tools.sites)
  const [finish, boot] = await Promise.all([lookAtFile(tools, finishUrl(tree)), lookAtBoot(tools, tree)])
  const unasked = { kind: 'unasked', why: 'logs/finish comes first' } as const
  const { koji, tasks } =
    finish.kind === 'present'
      ? await lookAtTasks(tools, ref, { tasks: before.tasks, apartMs })
      : { koji: unasked, tasks: before.tasks }
  const completeness = judgeCompleteness({ kind: 'mash', finish, boot, koji })
  return stateOf(completeness, { ...before, tasks, status: statusOf(finish, completeness.kind) })
}

/** The text that a report shows in place of STATUS, which these nightlies do not have. */
function statusOf(finish: FileLook, kind: Completeness['kind']): string {
  if (kind === 'complete') return 'complete'
  if (kind === 'dead') return 'without a boot image'
  return finish.kind === 'present' ? 'waiting for Koji' : 'without logs/finish'
}

async function lookAtBoot(tools: Pick<ComposeTools, 'tree'>, tree: string): Promise<MashObservation['boot']> {
  return Promise.all(
    bootArches.map(async (arch) => ({ arch, file: await lookAtFile(tools, bootImageUrl(tree, arch)) })),
  )
}

async function lookAtTasks(
  tools: ComposeTools,
  ref: MashRef,
  { tasks: before, apartMs }: LooksBefore,
): Promise<{ readonly koji: SettlingLook; readonly tasks: TasksMemory | null }> {
  const name = kojiNameOf(ref)
  if (!tools.places.kojiRequired || name === null) return { koji: { kind: 'waived' }, tasks: before }
  try {
    const yesterday = daysBefore(ref.date, 1)
    // The first look counts the tasks of the night before, too: a query from that date on finds both nights.
    const found = await imageTasks(tools, before === null ? yesterday : ref.date)
    const tasks = {
      ...withLook(before, countTasks(tasksOf(found, name)), { at: new Date().toISOString(), apartMs }),
      nightBefore:
        before === null ? distinctTasks(found, { ...name, release: yesterday }) : before.nightBefore,
    }
    return { koji: { kind: 'counted', looks: tasks.looks, before: tasks.nightBefore }, tasks }
  } catch (error) {
    return { koji: noAnswer(error), tasks: before }
  }
}

async function lookAtFile({ tree }: Pick<ComposeTools, 'tree'>, url: string): Promise<FileLook> {
  try {
    return { kind: (await tree.exists(url)) ? 'present' : 'absent' }
  } catch (error) {
    return noAnswer(error)
  }
}
