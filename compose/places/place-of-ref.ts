import type { ComposeRef } from '../naming/compose-ref.ts'
import { places, type Place } from './place.ts'
import { quadrupleOf, type Quadruple } from '../naming/quadruple.ts'
import { readQuadruple } from '../naming/read-quadruple.ts'

const words = ['release', 'milestone', 'compose', 'respin'] as const

/** The rows of {@link places} that may hold a compose, most likely first. None for a Pungi compose. */
export function placesOfRef(ref: ComposeRef): readonly Place[] {
  return places.filter((place) => place.kind === ref.kind && holds(place, ref))
}

/** The path of a compose below the site of its place. */
export function pathAt(place: Place, ref: ComposeRef): string {
  const said = quadrupleOf(ref)
  return words.reduce((path, word) => path.replace(`<${word}>`, said[word]), place.path)
}

/** The compose at a path of a place. Null if the place cannot hold it. */
export function refAt(place: Place, path: string): ComposeRef | null {
  const pattern = words.reduce(
    (text, word) => text.replace(`<${word}>`, `(?<${word}>[A-Za-z0-9.]{1,20})`),
    place.path.replaceAll('.', '\\.'),
  )
  const found = new RegExp(`^${pattern}$`).exec(path)?.groups
  const ref = found ? readQuadruple({ ...nothing, ...found, ...place.with }) : null
  if (!ref || ref.kind !== place.kind || !holds(place, ref)) return null
  return ref.kind === 'stable' && place.tree ? { ...ref, tree: place.tree } : ref
}

const nothing: Quadruple = { dist: 'Fedora', release: '', milestone: '', compose: '', respin: '' }

function holds({ with: hidden, milestones, releases, tree }: Place, ref: ComposeRef): boolean {
  const said = quadrupleOf(ref)
  if (words.some((word) => (hidden[word] ?? said[word]) !== said[word])) return false
  if (milestones && !milestones.includes(said.milestone)) return false
  if (ref.kind !== 'stable') return true
  const [first, last] = releases ?? [0, Infinity]
  return ref.release >= first && ref.release <= last && (ref.tree ?? tree) === tree
}
