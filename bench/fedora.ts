import { composesOf } from '../lab/nightly.ts'
import { imagesJson, composeinfoJson } from '../lab/productmd.ts'
import { green } from '../lab/scenarios/green.ts'

/** The composes of the questions. */
export const rawhide = {
  /** Finished; the day before has a good one. */
  usual: 'Fedora-Rawhide-20261121.n.0',
  before: 'Fedora-Rawhide-20261120.n.0',
  /** Finished, after two doomed days. */
  newest: 'Fedora-Rawhide-20261124.n.0',
  running: 'Fedora-Rawhide-20261125.n.0',
  absent: 'Fedora-Rawhide-20261126.n.0',
} as const

const days = ['18', '19', '20', '21', '22', '23', '24', '25']
const doomed = ['22', '23']

/** The files of a compose tree with a week of Rawhide, by path. A path ending in `/` is a folder's index. */
export function fedoraFiles(): ReadonlyMap<string, string> {
  const ids = days.map((day) => `Fedora-Rawhide-202611${day}.n.0`)
  const finished = ids.filter(
    (id) => id !== rawhide.running && !doomed.some((day) => id.includes(`202611${day}`)),
  )
  const index = ids.map((id) => `<a href="${id}/">${id}/</a>`).join('\n')
  return new Map([
    ['/compose/rawhide/', `<html><pre>${index}</pre></html>`],
    ['/compose/metadata-archive/series/Fedora-rawhide', `${finished.join('\n')}\n`],
    ['/release.json', '{"fedora": {"stable": [42, 43], "branched": [44]}}'],
    ...ids.flatMap((id) => composeFiles(id, finished.includes(id))),
  ])
}

function composeFiles(id: string, finished: boolean): readonly (readonly [string, string])[] {
  const folder = `/compose/rawhide/${id}`
  const status = finished ? 'FINISHED_INCOMPLETE' : 'DOOMED'
  const head = [
    [`${folder}/`, 'compose/'],
    [`${folder}/compose/`, 'metadata/'],
    [`${folder}/COMPOSE_ID`, id],
    [`${folder}/STATUS`, id === rawhide.running ? 'STARTED\n' : `${status}\n`],
  ] as const
  if (!finished) return head
  const [compose] = composesOf(green, '2026-11-24')
  if (compose === undefined) throw new Error('the green night has no compose')
  const own = { ...compose, id, images: compose.images.slice(id === rawhide.before ? 2 : 0) }
  return [
    ...head,
    [`${folder}/compose/metadata/images.json`, imagesJson(own)],
    [`${folder}/compose/metadata/composeinfo.json`, composeinfoJson(own)],
  ]
}
