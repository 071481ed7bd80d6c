import { composeUrl } from '../compose/places/compose-url.ts'
import { formatComposeName } from '../compose/naming/compose-name.ts'
import type { KojiTask } from '../compose/koji/koji-task.ts'
import { mashImages, type TaskOutput } from '../compose/expected/mash-images.ts'
import { mashLineup } from '../compose/expected/mash-lineup.ts'
import type { MashRef } from '../compose/naming/mash-ref.ts'
import type { OpenedCompose } from '../compose/expected/opened-compose.ts'
import { parseTaskOutput } from '../compose/koji/task-output.ts'
import { bootArches, bootImageUrl } from '../compose/places/tree-files.ts'
import { listOutputs } from '../clients/koji/koji-outputs.ts'
import { composeTasks } from './koji-look.ts'
import type { ComposeTools } from './compose-tools.ts'

/**
 * The images of a nightly of 2015: boot images, and what its Koji tasks made.
 * @throws ClientFailure, KojiFault
 */
export async function openMash(tools: ComposeTools, ref: MashRef): Promise<OpenedCompose> {
  const { places, koji } = tools
  const tree = composeUrl(ref, tools.sites)
  const tasks = places.kojiRequired ? await composeTasks(tools, ref) : []
  const images = mashImages({
    tree,
    booting: await bootingArches(tools, tree),
    files: places.kojiFiles,
    outputs: await outputsOf(koji, tasks),
  })
  const compose = formatComposeName(ref)
  return { compose, ref, id: null, label: null, tree, images, judged: mashLineup(ref) }
}

async function bootingArches({ tree }: ComposeTools, url: string): Promise<readonly string[]> {
  const there = await Promise.all(bootArches.map((arch) => tree.exists(bootImageUrl(url, arch))))
  return bootArches.filter((_, at) => there[at])
}

/** Child tasks make the files. A failed task leaves incomplete files, which do not count. */
async function outputsOf(
  koji: ComposeTools['koji'],
  tasks: readonly KojiTask[],
): Promise<readonly TaskOutput[]> {
  const made = tasks.filter(({ state, parent }) => state === 'CLOSED' && parent !== null)
  const outputs = await listOutputs(
    koji,
    made.map(({ id }) => id),
    parseTaskOutput,
  )
  return made.map(({ id }, at) => ({ task: id, names: outputs[at] ?? [] }))
}
