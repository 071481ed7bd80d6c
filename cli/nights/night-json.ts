import type { WholeNight } from '../../archive/queries/whole-night.ts'
import type { NightDetail } from '../../workers/read-nights.ts'
import { nightForm } from '../forms/night.ts'
import type { Answer } from '../../compose/json-form.ts'
import { jsonOf } from '../json.ts'

type Sides = Answer<typeof nightForm>

/** A night as Temporal and the archive know it; null is the one that does not know it. */
export function nightJson(run: string, detail: NightDetail | null, whole: WholeNight | null): string {
  const temporal = detail && ofTemporal(detail)
  const archive = whole && ofArchive(whole)
  const { compose, verdict } = detail === null ? { compose: null, verdict: null } : named(detail)
  return jsonOf(nightForm, {
    run,
    compose: compose ?? archive?.night.compose ?? null,
    verdict: verdict ?? archive?.night.verdict ?? null,
    temporal,
    archive,
  })
}

/** What the search attributes say, null where they say that there is none. */
function named({ compose, verdict }: NightDetail) {
  return { compose: compose || null, verdict: ['', 'none yet'].includes(verdict) ? null : verdict }
}

function ofTemporal(detail: NightDetail): Sides['temporal'] {
  const { status, stage, started, progress, pending, fits, end } = detail
  return { status, stage, started, progress, pending, fits, end }
}

/** Without the report, which has a form of its own. */
function ofArchive(whole: WholeNight): NonNullable<Sides['archive']> {
  const { night, editions, heard, deliveries, stages, tests, missing } = whole
  return { night, editions, heard, deliveries, stages, tests, missing }
}
