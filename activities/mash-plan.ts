import { composeUrl } from '../compose/compose-url.ts'
import type { KojiTask } from '../compose/koji-task.ts'
import { mashImages, type TaskOutput } from '../compose/mash-images.ts'
import { mashLineup } from '../compose/mash-lineup.ts'
import { parseMashName } from '../compose/mash-ref.ts'
import type { LocatedImage } from '../compose/opened-compose.ts'
import { quadrupleOf } from '../compose/quadruple.ts'
import { parseTaskOutput } from '../compose/task-output.ts'
import { bootArches, bootImageUrl } from '../compose/tree-files.ts'
import { listOutputs } from '../clients/koji-outputs.ts'
import { planMashPosts, type MashImage } from '../jobs/mash-plan.ts'
import { explainImages } from './explain-images.ts'
import { composeTasks } from './koji-look.ts'
import type { KeptPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** The plan of a complete nightly of 2015, from its boot images and what its Koji tasks made. */
export async function planMash(tools: Tools, compose: string): Promise<KeptPlan> {
  const { places, koji } = tools
  const ref = parseMashName(compose)
  const url = composeUrl(ref, places.sites)
  const tasks = places.kojiRequired ? await composeTasks(tools, ref) : []
  const images = mashImages({
    tree: url,
    booting: await bootingArches(tools, url),
    files: places.kojiFiles,
    outputs: await outputsOf(koji, tasks),
  })
  const { release, milestone, compose: date } = quadrupleOf(ref)
  const { arches } = places
  const discs = images.filter(({ format }) => format === 'iso').map(mashImage)
  return {
    compose,
    url,
    label: null,
    version: ref.version,
    posts: planMashPosts({ release, milestone, compose: date, arches, images: discs }),
    images,
    judged: await explainImages(tools, { judged: mashLineup(ref), images, tasks: () => tasks }),
  }
}

async function bootingArches({ tree }: Tools, url: string): Promise<readonly string[]> {
  const there = await Promise.all(bootArches.map((arch) => tree.exists(bootImageUrl(url, arch))))
  return bootArches.filter((_, at) => there[at])
}

/** Children make the files; those of a task that failed are not whole. */
async function outputsOf(koji: Tools['koji'], tasks: readonly KojiTask[]): Promise<readonly TaskOutput[]> {
  const made = tasks.filter(({ state, parent }) => state === 'CLOSED' && parent !== null)
  const outputs = await listOutputs(
    koji,
    made.map(({ id }) => id),
    parseTaskOutput,
  )
  return made.map(({ id }, at) => ({ task: id, names: outputs[at] ?? [] }))
}

function mashImage({ subvariant, type, arch, url }: LocatedImage): MashImage {
  return { payload: subvariant.toLowerCase(), imagetype: type, arch, url }
}
