import type { ComposeId } from '../compose/naming/compose-id.ts'
import type { Image } from '../compose/images/image.ts'
import { classNamed, isOfClass } from '../compose/places/compose-class.ts'
import { mirrorFolder } from '../compose/places/mirror.ts'
import { mirrorSync } from '../compose/readiness/mirror-sync.ts'
import type { MirrorLook } from '../compose/readiness/observation.ts'
import { decodeListing } from '../compose/readiness/rsync-listing.ts'
import { wantedImages } from '../jobs/plan/wanted-images.ts'
import { isFailure } from '../clients/failure.ts'
import { noAnswer } from './no-answer.ts'
import { readLabelOf } from './plan-posts.ts'
import type { ComposeTools } from './compose-tools.ts'

/** How many of the images to test the mirror has at their full size. rsync lists only their folders. */
export async function lookAtMirror(
  tools: ComposeTools,
  id: ComposeId,
  images: readonly Image[],
): Promise<MirrorLook> {
  const { places, rsync } = tools
  if (!places.mirrorRequired) return { kind: 'waived' }
  const folder = await mirrorFolderOf(tools, id)
  if (typeof folder !== 'string') return folder
  const wanted = wantedImages(images, places.wanted, places.arches)
  if (wanted.length === 0) return { kind: 'listed', wanted: 0, present: 0 }
  const sizes = new Map<string, number>()
  const listing = decodeListing(({ type, name, size }) => {
    if (type === '-' && name !== null) sizes.set(name, size)
  })
  try {
    const files = wanted.map(({ path }) => path)
    const answer = await rsync.list(`${places.mirror}/${folder}/`, (text) => listing.push(text), { files })
    if (answer.kind === 'absent') return { kind: 'absent' }
    const doubt = answer.kind === 'partial' ? answer.said : listing.end().doubt
    if (doubt !== null) return { kind: 'partial', why: doubt }
    const { present, said } = mirrorSync(wanted, sizes)
    return { kind: 'listed', wanted: wanted.length, present: present.length, said }
  } catch (error) {
    if (isFailure(error, 'refused')) return { kind: 'refused', why: error.message }
    return noAnswer(error)
  }
}

/** The folder of the mirror to look into, or why there is none. Only its metadata has a candidate's label. */
async function mirrorFolderOf(tools: ComposeTools, id: ComposeId): Promise<string | MirrorLook> {
  const isLabelled = isOfClass(id, classNamed('production'))
  try {
    const label = isLabelled ? await readLabelOf(tools, { label: null, ref: { kind: 'pungi', id } }) : null
    return mirrorFolder(id, label) ?? { kind: 'waived' }
  } catch (error) {
    return noAnswer(error)
  }
}
