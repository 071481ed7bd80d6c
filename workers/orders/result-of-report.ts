import { createHash } from 'node:crypto'
import type { NightEnd, NightResult } from '../../workflows/night-run.ts'
import { gistOf } from '../../report/gist.ts'
import { notOkOf, problemsOf } from '../../report/orders/problems.ts'
import { nightOutcomes, type NightOutcome } from '../../report/outcome.ts'
import type { Report } from '../../report/report.ts'
import { stageNames, type StageRecord } from '../../workflows/stage.ts'

/**
 * What a run returned, from its report: for runs that were terminated or failed after it, or that Temporal
 * has forgotten. It has no plan, so a run that takes over plans again. Null for an outcome that is none of a
 * report.
 */
export function resultOfReport(report: Report, outcome: string | null, subject: string): NightResult | null {
  const known = nightOutcomes.find((each) => each === outcome)
  if (known === undefined) return null
  const { verdict, compose, edition } = report
  return {
    outcome: known,
    verdict,
    compose: compose?.id ?? null,
    subject,
    edition,
    delivery: null,
    left: {
      ending: endingOf(report, known),
      stages: stageNames.map((name) => stageOf(report, name)),
      digest: createHash('sha256').update(gistOf(report)).digest('hex'),
      jobsHash: null,
      problems: problemsOf(report),
      orders: report.orders,
      notOk: notOkOf(report),
    },
  }
}

function endingOf({ compose, discarded, lastAnswer, mode }: Report, outcome: NightOutcome): NightEnd {
  const hasTests = outcome === 'tested' || outcome === 'unfinished-tests'
  return {
    outcome,
    why: lastAnswer,
    compose: compose?.id ?? null,
    status: compose?.status ?? '',
    discarded,
    mode,
    ...(hasTests && { posts: [] }),
  }
}

function stageOf({ stages }: Report, name: StageRecord['name']): StageRecord {
  const { since = null, until = null, lastAnswer = '' } = stages.find((stage) => stage.name === name) ?? {}
  const state = name === 'watch' ? 'ahead' : since === null ? 'skipped' : 'done'
  return { name, state, since, until, deadline: null, lastAnswer }
}
