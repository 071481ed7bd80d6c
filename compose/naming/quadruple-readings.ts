import { isCalendarDate } from './calendar.ts'
import { readComposeId, typeSuffixes } from './compose-id.ts'
import { milestones, type ComposeRef } from './compose-ref.ts'
import { readLabel } from './label.ts'
import { usualType, type Quadruple } from './quadruple.ts'

type Reading = (said: Quadruple) => ComposeRef | null

/** One function for each kind of compose. No quadruple matches more than one. */
export const quadrupleReadings: readonly Reading[] = [
  asPungi,
  asStaged,
  asCandidate,
  asMash,
  asTwoWeek,
  asMilestone,
  asStable,
  asRespin,
]

/** Pungi replaced mash early in 2016. A later date without a respin means a night, not a compose. */
const mashEnded = '20160401'

function asPungi(said: Quadruple): ComposeRef | null {
  const parts = /^(?<short>[A-Za-z]+(?:-[A-Z][A-Za-z0-9]*)*)(?<type>-[a-z].*)?$/.exec(said.dist)?.groups
  if (!parts || !pungiMilestones(said).includes(said.milestone)) return null
  const suffix = /^\d/.test(said.respin) ? typeSuffixes[usualType(said)] : ''
  const line = `${parts['short']}-${said.release}${parts['type'] ?? ''}`
  const id = readComposeId(`${line}-${said.compose}${suffix}.${said.respin}`)
  return id && { kind: 'pungi', id }
}

function pungiMilestones({ dist, release }: Quadruple): readonly string[] {
  if (dist !== 'Fedora') return ['']
  return /^\d+$/.test(release) ? ['Branched', 'Production'] : ['', 'Production']
}

function asStaged(said: Quadruple): ComposeRef | null {
  const release = releaseOf(said)
  const label = readLabel(`${said.milestone}-${said.compose}.${said.respin}`)
  return release && label ? { kind: 'staged', release, label } : null
}

function asCandidate(said: Quadruple): ComposeRef | null {
  const release = releaseOf(said)
  const stage = milestones.find((each) => each === said.milestone)
  const built = /^(?:TC|RC)[1-9]\d{0,2}(?:\.[1-9]\d{0,2})?$/.test(said.compose) && said.respin === ''
  return release && stage && built
    ? { kind: 'candidate', release, milestone: stage, build: said.compose }
    : null
}

function asMash(said: Quadruple): ComposeRef | null {
  const rawhide = said.release === 'Rawhide' && said.milestone === ''
  const branched = releaseOf(said) && said.milestone === 'Branched'
  if (!dated(said) || said.respin !== '' || said.compose >= mashEnded || !(rawhide || branched)) return null
  return { kind: 'mash', version: said.release, date: said.compose }
}

function asTwoWeek(said: Quadruple): ComposeRef | null {
  const release = releaseOf(said)
  const counted = /^(?:|0|[1-9]\d{0,4})$/.test(said.respin)
  if (!release || said.milestone !== '' || !dated(said) || !counted) return null
  const respin = said.respin === '' ? null : Number(said.respin)
  return { kind: 'two-week', release, date: said.compose, respin }
}

function asMilestone(said: Quadruple): ComposeRef | null {
  const release = releaseOf(said)
  const stage = (['Alpha', 'Beta'] as const).find((each) => each === said.milestone)
  return release && stage && undated(said) ? { kind: 'milestone', release, milestone: stage } : null
}

function asStable(said: Quadruple): ComposeRef | null {
  const release = releaseOf(said)
  return release && said.milestone === '' && undated(said) ? { kind: 'stable', release } : null
}

function asRespin(said: Quadruple): ComposeRef | null {
  const release = releaseOf({ ...said, dist: said.dist === 'FedoraRespin' ? 'Fedora' : '' })
  const plain = said.milestone === '' && said.respin === ''
  return release && dated(said) && plain ? { kind: 'respin', release, date: said.compose } : null
}

function releaseOf({ dist, release }: Quadruple): number | null {
  return dist === 'Fedora' && /^[1-9]\d{0,3}$/.test(release) ? Number(release) : null
}

function dated({ compose }: Quadruple): boolean {
  return isCalendarDate(compose)
}

function undated({ compose, respin }: Quadruple): boolean {
  return compose === '' && respin === ''
}
