import { heartbeat } from '@temporalio/activity'
import type { RefusedRestart } from '../../jobs/results/restart-answer.ts'
import type { RestartChosenInput, RestartedJobs } from '../activities.ts'
import { needFromArchive } from '../archive-failures.ts'
import { refusalOf } from '../restart-jobs.ts'
import type { Tools } from '../tools.ts'
import { parseTargets } from '../../jobs/results/rerun-targets.ts'

/**
 * Restarts the jobs of an order, each once: openQA restarts no job a second time, whether it went along with
 * another of its cluster or was restarted by an earlier try of this activity. So it may be tried again after
 * any failure.
 */
export function restartChosen(tools: Tools): (input: RestartChosenInput) => Promise<RestartedJobs> {
  return async ({ targets: ref }) => {
    const targets = await needFromArchive(async () => parseTargets(await tools.archive.recall(ref)))
    const { client } = await tools.openqa()
    const refused: RefusedRestart[] = []
    for (const { id, scenario } of targets) {
      heartbeat()
      const why = await refusalOf(client, id)
      if (why !== null) refused.push({ scenario, why })
    }
    return { restarted: targets.length - refused.length, refused }
  }
}
