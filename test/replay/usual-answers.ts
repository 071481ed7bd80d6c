import type { News } from '../../activities/lap/news.ts'
import type { JobsMemory, JobsSeen, PlanAnswer } from '../../activities/activities.ts'
import type { Recipient, ReportAnswer, Sent, SentOnChannel } from '../../activities/report-activities.ts'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import type { NightOutcome } from '../../report/outcome.ts'
import type { VerdictWord } from '../../jobs/verdict/verdicts.ts'
import type { PostScript } from './path.ts'

const arch = 'x86_64'

/** The compose that a night finds. */
export const compose = 'Fedora-Rawhide-20260510.n.0'

/** All jobs of the compose at their end, of which some are not ok. */
export function endedJobs(notOk = 0): JobsSeen {
  const progress = { done: 9, running: 0, waiting: 0, byFlavor: [], endsAbout: null }
  return { jobs: 'ended-jobs', notOk, progress }
}

/** What a look remembers of jobs that run. */
export function runningJobs(): JobsMemory {
  const progress = { done: 3, running: 4, waiting: 2, byFlavor: [], endsAbout: null }
  const look = { jobs: 9, pending: 6, blocked: 0, notOk: [], unknownWords: [] }
  return { look, progress, jobs: 'running-jobs' }
}

/** What a look heard of jobs that run, one of which has failed. */
export function newsOfJobs(): News {
  const at = new Date().toISOString()
  const failing = { openqa: 'https://openqa.fedoraproject.org', count: 0, first: [] }
  return {
    stage: 'await',
    said: '3 of 9 jobs done',
    at,
    tokens: { fullAt: at, notBefore: at, everyMs: 60_000, gapMs: 1000 },
    told: { key: 'one failed', step: 3 },
    unansweredSince: null,
    late: null,
    jobs: { progress: runningJobs().progress, failing },
  }
}

/** What became of a post. */
export function outcome(kind: PostOutcome['kind'], flavor: string): PostOutcome {
  const jobs = 9
  switch (kind) {
    case 'scheduled':
    case 'found':
      return { kind, flavor, arch, jobs }
    case 'partial':
      return { kind, flavor, arch, jobs, why: 'one job could not be made' }
    case 'refused':
    case 'unknown':
      return { kind, flavor, arch, why: `${flavor} is ${kind}` }
    default:
      return kind satisfies never
  }
}

/** A plan with some posts. */
export function plan(kind: 'post' | 'observe', posts: readonly PostScript[]): PlanAnswer {
  return { kind, plan: 'the-plan', posts: posts.map(({ flavor }) => ({ flavor, arch })) }
}

const verdicts: Readonly<Record<NightOutcome, VerdictWord>> = {
  tested: 'passed',
  'unfinished-tests': 'unknown',
  'unfinished-compose': 'unfinished',
  absent: 'absent',
  unobserved: 'unknown',
  'no-branched': 'neutral',
  cancelled: 'cancelled',
}

/** A report that was written. */
export function written(ended: NightOutcome, verdict: VerdictWord = verdicts[ended]): ReportAnswer {
  return { edition: 1, recorded: true, verdict, subject: `the night ended ${verdict}`, digest: verdict }
}

/** A try of a delivery to two recipients, of whom the second has the mail. */
export function sent(first: Recipient['state']): Sent {
  return {
    messageId: '<report@nightjar>',
    recipients: [
      { recipient: 'test@lists.example.org', state: first, why: `it is ${first}` },
      { recipient: 'qa@example.org', state: 'delivered', why: '250 ok' },
    ],
  }
}

/** A try of a delivery on a channel. */
export function sentOnChannel(state: Recipient['state']): SentOnChannel {
  const recipients = [{ recipient: 'qa-hook', state, why: `it is ${state}` }]
  return { messageId: 'nightly_rawhide_2026-05-10_1', recipients }
}
