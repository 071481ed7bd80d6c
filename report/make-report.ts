import { missingImages, type HeldImages } from '../compose/expected/missing-images.ts'
import { compare } from '../jobs/compare/compare.ts'
import type { Comparison } from '../jobs/compare/compared-test.ts'
import { requires, unmatched } from '../jobs/compare/required.ts'
import { judge, type Verdict } from '../jobs/verdict/verdict.ts'
import type { VerdictWord } from '../jobs/verdict/verdicts.ts'
import { absenceAcceptance, whyAbsent } from './why-absent.ts'
import { amendmentOf } from './amendment.ts'
import { attentionOf } from './attention.ts'
import type { NightFacts } from './facts.ts'
import { headlineOf } from './told/headline.ts'
import { imagesOf } from './images.ts'
import { acceptanceLookup } from './orders/acceptance-lookup.ts'
import { lastAnswerOf, published } from './orders/order-words.ts'
import { unacceptedImages } from './orders/unaccepted.ts'
import { postsOf } from './posts.ts'
import type { Report, ReportComparison } from './report.ts'
import { summaryOf } from './told/summary.ts'
import { testsOf } from './tests.ts'

/** Makes a night's report. The same facts make the same report. */
export function makeReport(facts: NightFacts): Report {
  const held = heldImages(facts)
  const missing = held === null ? [] : missingImages(held)
  const comparison = hasTests(facts) ? compared(facts, missing) : null
  const verdict = comparison && judgeNight(facts, comparison, missing)
  const told = {
    title: facts.title,
    night: facts.night,
    ...wordsOf(facts.outcome, verdict),
    unansweredSince: facts.unansweredSince,
    discarded: facts.discarded,
    compose: facts.compose,
    composeless: facts.outcome === 'absent' ? facts.before.composeless : null,
    lastAnswer: lastAnswerOf(facts),
    orders: published(facts.orders, facts),
    comparison: comparison && comparedWith(comparison),
    tests: testsOf(comparison?.tests ?? [], facts.openqaUrl),
    images: held && imagesOf(held, missing, facts),
    posts: postsOf(facts),
  }
  return {
    schema: 2,
    run: facts.workflowId,
    edition: facts.edition,
    amends: amendmentOf(facts.edition, facts.previous, told),
    at: facts.at,
    program: facts.program,
    ...told,
    watchedUntil: facts.watchedUntil,
    respinOf: facts.respinOf,
    replacedBy: facts.replacedBy,
    headline: headlineOf(told, facts.standards.thresholds),
    summary: summaryOf(told),
    changes: facts.changes ?? changesBefore(facts),
    mode: facts.mode,
    attention: attentionOf(misspelt(facts), told, facts),
    stages: facts.stages,
    links: { openqa: buildUrl(facts), run: facts.runUrl },
  }
}

/** What an earlier edition could read of what changed is still so. */
function changesBefore({ previous, compose }: NightFacts): Report['changes'] {
  const known = previous?.changes ?? null
  return known?.to === compose?.id ? known : null
}

/** Required tests of the configuration that name no test of tonight or of the nights before. */
function misspelt({ standards, jobs, before: { past } }: NightFacts): readonly string[] {
  const { tests, areOwnTests } = standards.requirements
  if (!areOwnTests || jobs.latest.length === 0) return []
  const earlier = past.kind === 'known' ? past.nights.flatMap((night) => night.tests) : []
  return unmatched(tests, [...jobs.latest, ...earlier])
}

/** The verdict of nights without tests. */
const wordsWithoutTests: Readonly<Record<NightFacts['outcome'], VerdictWord>> = {
  tested: 'unknown',
  'unfinished-tests': 'unknown',
  'unfinished-compose': 'unfinished',
  absent: 'absent',
  unobserved: 'unknown',
  'no-branched': 'neutral',
  cancelled: 'cancelled',
}

function hasTests({ outcome }: NightFacts): boolean {
  return outcome === 'tested' || outcome === 'unfinished-tests'
}

type HeldFacts = Pick<
  NightFacts,
  | 'images'
  | 'allImages'
  | 'explanations'
  | 'before'
  | 'standards'
  | 'acceptances'
  | 'night'
  | 'workflowId'
  | 'publishBy'
>

/** The images of a night and what they are held to; null if they are not known. */
export function heldImages({
  images: judged,
  allImages,
  explanations,
  before,
  standards,
  ...facts
}: HeldFacts): HeldImages | null {
  if (judged === null) return null
  const { usualImages: usual, baselineImages, baselineCompose: beforeCompose } = before
  const required = standards.requirements.images
  return {
    images: allImages,
    judged,
    required,
    usual,
    before: baselineImages,
    beforeCompose,
    explanations,
    acceptance: acceptanceLookup(facts).ofImage,
  }
}

function compared(facts: NightFacts, missing: ReturnType<typeof missingImages>): Comparison {
  const { compose, jobs, bugs, before, standards, posts, awaited } = facts
  return compare({
    compose: compose?.id ?? '',
    jobs,
    sawAll: awaited !== 'unreachable',
    bugs,
    past: before.past,
    isRequired: requires(standards.requirements.tests),
    failedElsewhere: before.failedElsewhere,
    whyAbsent: (product) => whyAbsent(product, missing, posts),
    absenceAcceptance: (product) => absenceAcceptance(product, missing),
    acceptance: acceptanceLookup(facts).ofTest,
  })
}

function judgeNight(
  { posts, jobs, awaited, standards }: NightFacts,
  comparison: Comparison,
  missing: ReturnType<typeof missingImages>,
): Verdict {
  return judge({
    posts,
    jobs: jobs.latest,
    comparison,
    missing: unacceptedImages({ missing }).map(({ need, isNewlyMissing }) => ({
      required: need === 'required',
      isNewlyMissing: isNewlyMissing && need !== 'usual',
    })),
    end: awaited,
    thresholds: standards.thresholds,
  })
}

function comparedWith({ baseline, nights, unknown }: Comparison): ReportComparison {
  return { baseline, nights, unknown }
}

/** The verdict in a word; why it is `unknown`, and null for other verdicts. */
function wordsOf(
  outcome: NightFacts['outcome'],
  verdict: Verdict | null,
): Pick<Report, 'verdict' | 'unknownCause'> {
  const word = verdict?.kind ?? wordsWithoutTests[outcome]
  if (outcome === 'unobserved') return { verdict: word, unknownCause: outcome }
  return { verdict: word, unknownCause: verdict?.kind === 'unknown' ? verdict.cause : null }
}

/** openQA's overview page of the build. */
function buildUrl({ openqaUrl, compose }: NightFacts): string | null {
  if (compose === null) return null
  return `${openqaUrl}/tests/overview?build=${encodeURIComponent(compose.id.toWellFormed())}`
}
