import { setTimeout as sleep } from 'node:timers/promises'
import { nightId } from '../../compose/naming/night.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import type { JobScript } from '../../lab/script.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { Report, TestLine } from '../../report/report.ts'
import { linesOf } from '../../report/tests.ts'
import { readNight } from '../../workers/read-nights.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Ground } from './ground.ts'
import type { Cell } from './matrix-cells.ts'
import { mishapOf, type Underway } from './mishap.ts'
import { smallCompose } from './small-night.ts'
import { setSmallStage, type SmallStage } from './small-stage.ts'
import { strikeOnce } from './strike-once.ts'

/** What became of a night in which a call went wrong. */
export interface CellOutcome {
  /** How often the call of the cell was spoiled: 1, or the cell shows nothing. */
  readonly strikes: number
  readonly verdict: string
  /** The flavors of all posts that openQA took, sorted. */
  readonly posted: readonly string[]
  /** Jobs that openQA made of posts, and the most tries that one of them had. */
  readonly jobs: number
  readonly mostTries: number
  readonly editions: number
  readonly report: ReturnType<typeof gistOf>
  readonly mails: readonly string[]
  readonly deliveries: number
  readonly subject: string
  /** The answers to every further start of the night. */
  readonly redelivered: readonly string[]
}

/** One job passes when it is tried again; one has a known bug, and fails. */
const jobs: readonly JobScript[] = [
  { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed', passesOnRestart: true },
  {
    flavor: 'Server-dvd-iso',
    test: 'base_services_start',
    result: 'failed',
    bug: 'https://bugzilla.redhat.com/show_bug.cgi?id=1234567',
  },
]

/** On a busy machine an answer may take seconds, and only the one that is spoiled should be given up. */
const patience = { call: '40 s', act: '60 s', send: '25 s' }

/** Ends what hangs: no load makes a night take as long. */
const longestMs = 590_000

/** Plays the night of a cell in a lab of its own. @throws Error where it has not ended in time. */
export async function playCell(ground: Ground, cell: Cell): Promise<CellOutcome> {
  const night = { stream: 'rawhide', date: cell.date } as const
  const { promise, resolve: begin } = Promise.withResolvers<Underway>()
  const mishap = mishapOf(cell, promise)
  const striker = strikeOnce(cell.call, mishap.spoil)
  const taskQueue = mishap.taskQueue(ground, night)
  const compose = smallCompose(night, jobs)
  await using stage = await setSmallStage([compose], { taskQueue, guard: striker.guard, patience })
  const underway = { ground, stage, night, taskQueue }
  begin(underway)
  await using _ = { [Symbol.asyncDispose]: () => mishap.clear() }
  ground.shared.serve(nightId(night), stage)
  await startNight(ground.client, { night, patience: stage.settings.patience, taskQueue })
  const late = sleep(longestMs, null, { ref: false })
  const played = await Promise.race([mishap.play(underway), late])
  if (played === null) {
    throw new Error(await stuckWith(ground, nightId(night)))
  }
  const { result, redelivered } = played
  const { verdict, subject } = result
  const report = parseReport((await stage.archive.reportOf(nightId(night))) ?? '')
  return {
    strikes: striker.strikes(),
    verdict,
    subject,
    redelivered,
    report: gistOf(report),
    ...(await tracesOf(stage, nightId(night))),
  }
}

/** Ends a night that does not end by itself; tells what it waited for. */
async function stuckWith({ client }: Ground, workflowId: string): Promise<string> {
  const stuck = await readNight(client, workflowId)
  await client.workflow.getHandle(workflowId).terminate()
  return `${workflowId} has no end after ${longestMs / 1000} s: ${JSON.stringify(stuck?.pending)}`
}

/** What the night left behind in openQA, in the archive and in the inbox. */
async function tracesOf({ lab, archive }: SmallStage, run: string) {
  const made = lab.openqa.jobs()
  const names = made.map(({ settings }) => `${settings['FLAVOR']} ${settings['TEST']}`)
  const tries = Map.groupBy(names, (name) => name).values()
  const editions = await archive.editionsOf(run)
  return {
    posted: lab.openqa
      .posts()
      .map(({ settings }) => settings['FLAVOR'] ?? '')
      .toSorted(),
    jobs: made.filter(({ originId }) => originId === null).length,
    mostTries: Math.max(...[...tries].map(({ length }) => length)),
    editions: editions.length,
    mails: lab.inbox.mails().map(({ subject }) => subject),
    deliveries: lab.inbox.deliveries().length,
  }
}

/** What a report says, without times and numbers of jobs. */
function gistOf({ verdict, edition, posts, tests }: Report) {
  const { total, passed, known, flaky } = tests.counts
  return {
    verdict,
    edition,
    posts,
    counts: { total, passed, known, flaky },
    failed: namesOf(linesOf(tests, ...failedClasses)),
    flaky: namesOf(linesOf(tests, 'flaky')),
  }
}

function namesOf(lines: readonly TestLine[]): readonly string[] {
  return lines.map(({ flavor, test }) => `${flavor} ${test}`)
}
