import { countTasks, tasksOf } from '../compose/koji/compose-tasks.ts'
import { kojiNameOf } from '../compose/koji/koji-name.ts'
import type { MashRef } from '../compose/naming/mash-ref.ts'
import type { FileLook, MashObservation, SettlingLook } from '../compose/readiness/observation.ts'
import { withLook, type TasksMemory } from '../compose/readiness/settling.ts'
import { dayBefore, distinctTasks } from '../compose/koji/tasks-before.ts'
import { bootArches, bootImageUrl, finishUrl } from '../compose/places/tree-files.ts'
import { imageTasks } from './koji-look.ts'
import { noAnswer } from './no-answer.ts'
import type { ComposeTools } from './compose-tools.ts'

/** What the looks before saw of the tasks; looks less than `apartMs` apart count as one. */
export interface LooksBefore {
  readonly tasks: TasksMemory | null
  readonly apartMs: number
}

/** What one look saw, and what the next must know of it. */
export interface MashLook {
  readonly seen: MashObservation
  readonly tasks: TasksMemory | null
}

/**
 * One look at a nightly of 2015: its `logs/finish`, the boot image of every arch and, once the first is there, its Koji
 * tasks.
 */
export async function lookAtMash(
  tools: ComposeTools,
  ref: MashRef,
  tree: string,
  before: LooksBefore,
): Promise<MashLook> {
  const [finish, boot] = await Promise.all([lookAtFile(tools, finishUrl(tree)), lookAtBoot(tools, tree)])
  const unasked = { kind: 'unasked', why: 'logs/finish comes first' } as const
  const { koji, tasks } =
    finish.kind === 'present' ? await lookAtTasks(tools, ref, before) : { koji: unasked, tasks: before.tasks }
  return { seen: { kind: 'mash', finish, boot, koji }, tasks }
}

/** The boot image of every arch. */
export async function lookAtBoot(
  tools: Pick<ComposeTools, 'tree'>,
  tree: string,
): Promise<MashObservation['boot']> {
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
    const yesterday = dayBefore(ref.date)
    // The tasks of the night before are counted once: the query of its date finds tonight's as well.
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
