import { countTasks, type TaskCount } from '../compose/compose-tasks.ts'
import type { ComposeRef } from '../compose/compose-ref.ts'
import { kojiNameOf } from '../compose/koji-name.ts'
import type { FileLook, MashObservation, SettlingLook } from '../compose/observation.ts'
import { bootArches, bootImageUrl, finishUrl } from '../compose/tree-files.ts'
import { composeTasksNamed } from './compose-tasks.ts'
import { noAnswer } from './no-answer.ts'
import type { Tools } from './tools.ts'

/**
 * One look at a nightly of 2015: its `logs/finish`, the boot image of every arch and, once the first is there, its Koji
 * tasks. `counts` are those of the looks before, oldest first.
 */
export async function lookAtMash(
  tools: Tools,
  ref: ComposeRef & { kind: 'mash' },
  tree: string,
  counts: readonly TaskCount[],
): Promise<MashObservation> {
  const finish = await lookAtFile(tools, finishUrl(tree))
  const boot = await Promise.all(
    bootArches.map(async (arch) => ({ arch, file: await lookAtFile(tools, bootImageUrl(tree, arch)) })),
  )
  const unasked = { kind: 'unasked', why: 'logs/finish comes first' } as const
  return {
    kind: 'mash',
    finish,
    boot,
    koji: finish.kind === 'present' ? await lookAtTasks(tools, ref, counts) : unasked,
  }
}

async function lookAtTasks(
  { koji, places }: Tools,
  ref: ComposeRef & { kind: 'mash' },
  counts: readonly TaskCount[],
): Promise<SettlingLook> {
  const name = kojiNameOf(ref)
  if (!places.kojiRequired || name === null) return { kind: 'waived' }
  try {
    const count = countTasks(await composeTasksNamed(koji, name))
    return { kind: 'counted', looks: [...counts, count], before: null }
  } catch (error) {
    return noAnswer(error)
  }
}

async function lookAtFile({ tree }: Tools, url: string): Promise<FileLook> {
  try {
    return { kind: (await tree.exists(url)) ? 'present' : 'absent' }
  } catch (error) {
    return noAnswer(error)
  }
}
