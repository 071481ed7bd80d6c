import { ClientFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import { scenarioOf } from '../jobs/results/lineage.ts'
import { restartsFor, type Restart } from '../jobs/results/second-chance.ts'
import type { Night } from '../compose/naming/night.ts'
import type { RestartInput } from './activities.ts'
import { baselineOf } from './baseline.ts'
import { knownBugs } from '../sources/known-bugs.ts'
import { recallJobs } from './recall.ts'
import type { Tools } from './tools.ts'

/**
 * Gives failed jobs their second chance, by the policy of `jobs/results/second-chance.ts`; answers every scenario that had one
 * this night. openQA refuses to restart a job a second time, so doing this again after a lost answer changes nothing.
 */
export function restartJobs(
  tools: Tools,
): (input: RestartInput) => Promise<{ readonly restarted: readonly string[] }> {
  return async ({ night, jobs: ref, restarted }) => {
    const { client, canPost } = await tools.openqa()
    if (!canPost || tools.places.restarts === 0) return { restarted }
    const jobs = await recallJobs(tools.archive, ref)
    const due = restartsFor({
      jobs,
      restarted,
      failedBefore: await failedBefore(tools, night),
      known: Object.keys(await knownBugs(client, jobs)).map(Number),
      budget: tools.places.restarts,
    })
    for (const restart of due) await restartOnce(client, restart)
    return { restarted: [...restarted, ...due.map(({ scenario }) => scenario)] }
  }
}

async function failedBefore({ archive }: Tools, { stream }: Night): Promise<readonly string[]> {
  const baseline = await baselineOf(archive, stream)
  return baseline === null ? [] : baseline.tests.failed.map(scenarioOf)
}

/** A job that is gone, or may not be restarted, has had its chance: that must not keep the others from theirs. */
async function restartOnce(client: OpenQa, { job }: Restart): Promise<void> {
  try {
    await client.restart(job)
  } catch (error) {
    const final = error instanceof ClientFailure && (error.kind === 'refused' || error.kind === 'absent')
    if (!final) throw error
  }
}
