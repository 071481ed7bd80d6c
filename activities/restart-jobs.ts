import { ClientFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import { scenarioOf } from '../jobs/results/lineage.ts'
import { readRestartAnswer, type RefusedRestart } from '../jobs/results/restart-answer.ts'
import { restartsFor, type Restart } from '../jobs/results/second-chance.ts'
import { dueSpan } from '../compose/naming/night-date.ts'
import type { Night } from '../compose/naming/night.ts'
import type { RestartInput, SecondChances } from './activities.ts'
import { askArchive, needFromArchive } from './archive-failures.ts'
import { knownBugs } from '../sources/openqa/known-bugs.ts'
import { failedOf } from '../sources/nights-before.ts'
import { recallJobs } from './recall.ts'
import type { Tools } from './tools.ts'

/**
 * Restarts failed jobs by the policy of `jobs/results/second-chance.ts`. Returns all scenarios that were
 * restarted this night, and those that openQA refused to restart. openQA restarts a job only once, so a retry
 * after a lost answer changes nothing.
 */
export function restartJobs(tools: Tools): (input: RestartInput) => Promise<SecondChances> {
  return async ({ night, jobs: ref, restarted, refused }) => {
    const { client, canPost } = await tools.openqa()
    if (!canPost || tools.places.restarts === 0) return { restarted, refused }
    const jobs = await needFromArchive(() => recallJobs(tools.archive, ref))
    const due = restartsFor({
      jobs,
      restarted: [...restarted, ...refused.map(({ scenario }) => scenario)],
      failedBefore: await failedBefore(tools, night),
      known: Object.keys((await knownBugs(client, jobs)).bugs).map(Number),
      budget: tools.places.restarts + refused.length,
    })
    let chances: SecondChances = { restarted, refused }
    for (const restart of due) chances = withAnswer(chances, restart, await refusalOf(client, restart.job))
    return chances
  }
}

/** The tests that failed in the night this one is compared with; without such a night there are none. */
async function failedBefore({ archive }: Tools, night: Night): Promise<readonly string[]> {
  const before = dueSpan(night).from
  const last = await askArchive(() => archive.pastNights(night.stream, { before, nights: 1 }))
  return last.kind === 'value' ? last.value.flatMap(failedOf).map(scenarioOf) : []
}

function withAnswer(
  { restarted, refused }: SecondChances,
  { scenario }: Restart,
  why: string | null,
): SecondChances {
  return why === null
    ? { restarted: [...restarted, scenario], refused }
    : { restarted, refused: [...refused, { scenario, why } satisfies RefusedRestart] }
}

/** Restarts a job; returns why openQA refused, null if it did not. A deleted job counts as refused. */
export async function refusalOf(client: OpenQa, job: number): Promise<string | null> {
  try {
    const answer = readRestartAnswer(job, await client.restart(job))
    if (answer.kind === 'refused') return answer.why
    return answer.kind === 'nothing' ? 'it restarted nothing and did not say why' : null
  } catch (error) {
    const final = error instanceof ClientFailure && (error.kind === 'refused' || error.kind === 'absent')
    if (!final) throw error
    return error.message
  }
}
