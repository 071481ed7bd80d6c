import { ApplicationFailure } from '@temporalio/activity'
import { readComposeId } from '../compose/naming/compose-id.ts'
import { parseNightCompose } from '../compose/naming/mash-ref.ts'
import { composeFolder } from '../compose/places/compose-folder.ts'
import type { ComposeTools } from '../sources/compose-tools.ts'
import { explainImages } from '../sources/explain-images.ts'
import { openCompose } from '../sources/open-compose.ts'
import { planPostsOf, readLabelOf, releaseOf, type PlanWishes } from '../sources/plan-posts.ts'
import type { PlanAnswer, PlanRequest } from './activities.ts'
import { isCandidate } from '../jobs/plan/candidate-tag.ts'
import type { KeptPlan } from '../jobs/plan/kept-plan.ts'
import { noteInArchive } from './archive-failures.ts'
import { nightRun } from './night-run.ts'
import { planMode } from './plan-mode.ts'
import { runExists } from './run-exists.ts'
import { toolsFor } from './tools-for.ts'
import type { Tools } from './tools.ts'

/** Claims a complete compose for this run and plans it. */
export function planCompose(tools: Tools): (input: PlanRequest) => Promise<PlanAnswer> {
  return async (input) => {
    const { compose, owner, flavors, arches } = input
    const by = await tools.archive.claim(`compose/${compose}`, owner, runExists)
    if (by !== owner) {
      await noteInArchive(() => closeCovered(tools, input, by))
      return { kind: 'covered', by }
    }
    const { temporalRun: run } = nightRun(tools, input.night)
    const own = toolsFor(tools, input.night.stream)
    const limits = { ...(flavors && { flavors }), ...(arches && { arches }) }
    const plan = await makePlan(own, compose, { run, ...limits })
    const limited = Object.entries(limits).map(([name, words]) => `the ${name} ${words.join(', ')}`)
    if (limited.length > 0 && plan.posts.length === 0) {
      const said = `${compose} has nothing to test of ${limited.join(' and ')}`
      throw ApplicationFailure.nonRetryable(said, 'NoPosts')
    }
    const mode = await planMode(tools, plan)
    const posts = plan.posts.map(({ flavor, arch }) => ({ flavor, arch }))
    const kept = { ...mode, plan: await tools.archive.keep(plan, owner), posts }
    const id = readComposeId(compose)
    return id !== null && isCandidate(id, plan.label) ? { ...kept, isCandidate: true } : kept
  }
}

/** The night ends here: the other run reports. */
function closeCovered(
  { archive, ...tools }: Tools,
  { night, compose }: PlanRequest,
  by: string,
): Promise<void> {
  return archive.closeRun(nightRun(tools, night), {
    at: new Date().toISOString(),
    outcome: 'covered',
    verdict: 'covered',
    compose,
    noReport: `${compose} is tested and reported on by ${by}`,
  })
}

/** What to post for a complete compose, and which of its images are missing. */
export async function makePlan(
  tools: ComposeTools,
  name: string,
  wishes: Pick<PlanWishes, 'run' | 'flavors'> & Partial<Pick<PlanWishes, 'arches'>> = {},
): Promise<KeptPlan> {
  const ref = parseNightCompose(name)
  const found = await openCompose(tools, ref)
  const opened = { ...found, label: await readLabelOf(tools, found) }
  const version = releaseOf(opened)
  if (version === null) throw new Error(`the release of ${name} is not known`)
  const { arches, wanted } = tools.places
  const { posts, warnings } = await planPostsOf(tools, opened, { arches, ...wishes, version, wanted })
  const { compose, label, images } = opened
  return {
    compose,
    url: composeFolder(ref, tools.sites),
    label,
    version,
    posts,
    warnings,
    images,
    judged: await explainImages(tools, opened),
  }
}
