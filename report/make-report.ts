import type { VerdictInput } from '../jobs/results/verdict-input.ts'
import { reasonsOf } from './reasons.ts'
import { judge, type Verdict } from '../jobs/results/verdict.ts'
import { attentionOf } from './attention.ts'
import type { NightFacts } from './facts.ts'
import { headlineOf } from './headline.ts'
import type { Report, VerdictWord } from './report.ts'
import { shortfallsOf } from './shortfalls.ts'
import { postsOf } from './posts.ts'
import { testsOf } from './tests.ts'

/** Makes a night's report. The same facts make the same report. */
export function makeReport(facts: NightFacts): Report {
  const input = verdictInput(facts)
  const verdict = input && judge(input)
  const tests = testsOf(facts)
  const posts = postsOf(facts)
  const { night, outcome, compose, images, mode, edition, at, stages } = facts
  const shortfalls = shortfallsOf({ tests, images, posts })
  const told = {
    title: titleOf(facts),
    verdict: verdict?.kind ?? wordsWithoutTests[outcome],
    unknownCause: causeOf(outcome, verdict),
    unansweredSince: facts.unansweredSince,
    shortfalls,
    discarded: facts.discarded,
    compose,
    tests,
  }
  return {
    schema: 1,
    night: { stream: night.stream, date: night.date },
    run: facts.workflowId,
    edition,
    at,
    ...told,
    respinOf: facts.respinOf,
    replacedBy: facts.replacedBy,
    headline: headlineOf(told),
    reasons: input === null ? [facts.why] : reasonsOf(input),
    lastAnswer: facts.why,
    images,
    mode,
    posts,
    attention: attentionOf({ tests, posts }, facts),
    stages,
    links: { openqa: buildUrl(facts), run: facts.runUrl, document: null },
  }
}

/** The verdict of nights without tests. */
const wordsWithoutTests: Readonly<Record<NightFacts['outcome'], VerdictWord>> = {
  tested: 'unknown',
  'unfinished-tests': 'unknown',
  'unfinished-compose': 'unfinished',
  absent: 'absent',
  unobserved: 'unknown',
  'no-branched': 'neutral',
}

/** Why the verdict is `unknown`; null for other verdicts. */
function causeOf(outcome: NightFacts['outcome'], verdict: Verdict | null): Report['unknownCause'] {
  if (outcome === 'unobserved') return outcome
  return verdict?.kind === 'unknown' ? verdict.cause : null
}

/** The input of the verdict on a tested compose; null if there were no tests. */
function verdictInput({ outcome, posts, jobs, images, awaited }: NightFacts): VerdictInput | null {
  if (outcome !== 'tested' && outcome !== 'unfinished-tests') return null
  return { posts, jobs, images: { missing: images?.missing ?? [] }, end: awaited }
}

function titleOf({ version, night }: NightFacts): string {
  if (night.stream === 'rawhide') return 'Rawhide'
  return version === null ? 'Branched' : `Fedora ${version}`
}

/** openQA's overview page of the build. */
function buildUrl({ openqaUrl, compose }: NightFacts): string | null {
  if (compose === null) return null
  return `${openqaUrl}/tests/overview?build=${encodeURIComponent(compose.id.toWellFormed())}`
}
