import { activityInfo } from '@temporalio/activity'
import { composeFolder } from '../compose/places/compose-folder.ts'
import { parseNightCompose } from '../compose/naming/mash-ref.ts'
import { quadrupleOf } from '../compose/naming/quadruple.ts'
import { renderJson } from '../report/json.ts'
import { makeReport } from '../report/make-report.ts'
import type { NightFacts } from '../report/facts.ts'
import { subjectOf } from '../report/subject.ts'
import type { ReportAnswer, ReportInput } from './activities.ts'
import { reportedJobs } from './reported-jobs.ts'
import type { KeptPlan } from '../jobs/plan/kept-plan.ts'
import { recallPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** Writes the report of a night: as a value in the archive, and as a JSON document for people. */
export function composeReport(tools: Tools): (input: ReportInput) => Promise<ReportAnswer> {
  return async (input) => {
    const report = makeReport(await factsOf(tools, input))
    const document = await tools.archive.publish(documentPath(input.workflowId), renderJson(report))
    return {
      report: await tools.archive.keep(report),
      verdict: report.verdict,
      subject: subjectOf(report),
      document,
    }
  }
}

async function factsOf(tools: Tools, input: ReportInput): Promise<NightFacts> {
  const { archive, places } = tools
  const plan = input.plan === null ? null : await recallPlan(archive, input.plan)
  const known = plan ?? unplanned(tools, input.compose)
  const { night, workflowId, outcome, why, discarded, mode, posts, refusedRestarts, stages, at, edition } =
    input
  return {
    night,
    workflowId,
    outcome,
    why,
    discarded,
    mode,
    posts,
    refusedRestarts,
    stages,
    at,
    edition,
    version: known?.version ?? null,
    compose: known && { id: known.compose, url: known.url, label: known.label, status: input.status },
    images: plan?.judged ?? null,
    warnings: plan?.warnings ?? [],
    ...(await reportedJobs(tools, input)),
    openqaUrl: places.openqa,
    runUrl: runUrl(places.temporalUi, activityInfo().namespace, workflowId),
    documentUrl: archive.whereIs(documentPath(workflowId)),
  }
}

/** What the name alone tells of a compose without a plan; null if the night has no compose. */
function unplanned(
  { sites }: Tools,
  compose: string | null,
): Pick<KeptPlan, 'compose' | 'url' | 'label' | 'version'> | null {
  if (compose === null) return null
  const ref = parseNightCompose(compose)
  return { compose, url: composeFolder(ref, sites), label: null, version: quadrupleOf(ref).release }
}

function documentPath(workflowId: string): string {
  return `${workflowId}.json`
}

function runUrl(ui: string | null, namespace: string, workflowId: string): string | null {
  const run = `namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`
  return ui === null ? null : `${ui}/${run}`
}
