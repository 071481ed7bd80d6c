import { formatComposeId, readComposeId } from './compose-id.ts'
import { idOfRef, refOfId, type ComposeRef } from './compose-ref.ts'
import { Garbled } from '../garbled.ts'
import { formatLabel, readLabel } from './label.ts'
import { quadrupleOf } from './quadruple.ts'
import { quoted } from '../quoted.ts'
import { readQuadruple } from './read-quadruple.ts'

/**
 * The name of a compose in one word. If the compose has an id, the id is its name.
 * A release has a made-up id: `Fedora-43-19700101.0` is the release 43. The name of a staged candidate is
 * `43_RC-1.3`. Names from 2015 are `23_Beta_RC2` and `Rawhide__20150820`.
 */
export function formatComposeName(ref: ComposeRef): string {
  if (ref.kind === 'staged') return `${ref.release}_${formatLabel(ref.label)}`
  if (ref.kind === 'milestone') return `${ref.release}_${ref.milestone}`
  const id = idOfRef(ref)
  if (id) return formatComposeId(id)
  const { release, milestone, compose } = quadrupleOf(ref)
  return [release, milestone, compose].join('_')
}

/** Like {@link readComposeName}. @throws Garbled with the expected forms if the text names no compose. */
export function parseComposeName(text: string): ComposeRef {
  const ref = readComposeName(text)
  if (ref) return ref
  const bare = readLabel(text)
  throw new Garbled(
    bare
      ? `the release with its label, such as 44_${formatLabel(bare)}`
      : 'a compose: an id such as Fedora-Rawhide-20261124.n.0 or Fedora-44-20261124.0, a candidate such as 44_RC-1.2, ' +
          'a release such as 44 or 44_Beta, or a name of 2015 such as 23_Beta_RC2, Rawhide__20150820 or 24_Branched_20160225',
    quoted(text),
  )
}

/**
 * The compose that a text names. Null if it names none. Also reads `43` and folder names such as `22_TC3`.
 */
export function readComposeName(text: string): ComposeRef | null {
  const id = readComposeId(text)
  return id ? refOfId(id) : (candidateOf(text) ?? tripleOf(text))
}

function candidateOf(text: string): ComposeRef | null {
  const [, release, word = ''] = /^([1-9]\d{0,3})_([\w.-]{1,40})$/.exec(text) ?? []
  const label = readLabel(word)
  return release && label ? { kind: 'staged', release: Number(release), label } : null
}

function tripleOf(text: string): ComposeRef | null {
  const [release = '', second = '', compose = '', more] = text.split('_')
  if (more !== undefined || text.endsWith('_')) return null
  const final = compose === '' && /^[TR]C/.test(second)
  const milestone = final ? 'Final' : second
  return readQuadruple({ dist: 'Fedora', release, milestone, compose: final ? second : compose, respin: '' })
}
