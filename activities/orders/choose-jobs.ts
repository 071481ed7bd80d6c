import type { OpenQa } from '../../clients/openqa/openqa.ts'
import type { BuildJobs } from '../../jobs/results/build-jobs.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { scenarioOf } from '../../jobs/results/lineage.ts'
import { parseJobsOfBuild } from '../../jobs/results/parse-jobs.ts'
import { toRerun, type JobSelection } from '../../jobs/results/to-rerun.ts'
import { knownBugs, type KnownBugs } from '../../sources/openqa/known-bugs.ts'
import type { ChooseInput, ChosenJobs } from '../activities.ts'
import { needFromArchive } from '../archive-failures.ts'
import { runId } from '../night-run.ts'
import type { Tools } from '../tools.ts'
import { parseTargets, type Target } from '../../jobs/results/rerun-targets.ts'

/**
 * Chooses the jobs that an order is about, and keeps them. An order chooses once: carried out again, it is
 * about the jobs that it chose first.
 */
export function chooseJobs(tools: Tools): (input: ChooseInput) => Promise<ChosenJobs> {
  return async ({ compose, order, what }) => {
    const { archive } = tools
    const name = `order/${runId()}/${order}`
    const before = await archive.claimed(name)
    if (before !== null) return await chosenBefore(tools, before)
    const { client, canPost, observes = 'there is no openQA key here' } = await tools.openqa()
    if (!canPost) return { kind: 'none', why: `${observes}: restart the jobs in openQA` }
    const jobs = buildJobs(parseJobsOfBuild(compose, await client.everyJobOfBuild(compose)))
    const chosen = toRerun(jobs, what, await bugsFor(client, jobs, what))
    if (chosen.kind === 'none') return chosen
    const targets = chosen.jobs.map((job): Target => ({ id: job.id, scenario: scenarioOf(job) }))
    const ref = await archive.claim(name, await archive.keep(targets, runId()))
    return await chosenBefore(tools, ref)
  }
}

async function chosenBefore({ archive }: Tools, targets: string): Promise<ChosenJobs> {
  const kept = await needFromArchive(async () => parseTargets(await archive.recall(targets)))
  return { kind: 'chosen', targets, count: kept.length }
}

/** Comments are read only for a selection that needs them. */
async function bugsFor(client: OpenQa, jobs: BuildJobs, what: JobSelection): Promise<KnownBugs> {
  return what.kind === 'bug' ? (await knownBugs(client, jobs)).bugs : {}
}
