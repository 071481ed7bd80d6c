import { formatComposeId, parseComposeId, type ComposeId } from '../compose/compose-id.ts'
import { composeUrlOf } from '../compose/location.ts'
import { renderJson } from '../report/json.ts'
import { composeReport as reportOf } from '../report/compose-report.ts'
import type { NightFacts } from '../report/facts.ts'
import { subjectOf } from '../report/subject.ts'
import type { ReportAnswer, ReportInput } from './activities.ts'
import { explainImages } from './explain-images.ts'
import { reportedJobs } from './reported-jobs.ts'
import { recallPlan, type KeptPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** Writes the report of a night: as a value in the archive, and as JSON where a person finds it. */
export function composeReport(tools: Tools): (input: ReportInput) => Promise<ReportAnswer> {
  return async (input) => {
    const report = reportOf(await factsOf(tools, input))
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
  const id = input.compose === null ? null : parseComposeId(input.compose)
  const plan = input.plan === null ? null : await recallPlan(archive, input.plan)
  const { night, workflowId, outcome, why, discarded, mode, posts, stages, at, edition } = input
  return {
    night,
    workflowId,
    outcome,
    why,
    discarded,
    mode,
    posts,
    stages,
    at,
    edition,
    version: id?.version ?? null,
    compose: id === null ? null : composeFacts(tools, input, id, plan),
    images: id === null || plan === null ? null : await explainImages(tools, id, plan.images),
    ...(await reportedJobs(tools, input)),
    openqaUrl: places.openqa,
    runUrl: runUrl(places.temporalUi, workflowId),
    documentUrl: archive.whereIs(documentPath(workflowId)),
  }
}

function composeFacts(
  { places }: Tools,
  { status }: ReportInput,
  id: ComposeId,
  plan: KeptPlan | null,
): NonNullable<NightFacts['compose']> {
  const url = composeUrlOf(id, places.composes)
  return { id: formatComposeId(id), url, status, label: plan?.label ?? null }
}

function documentPath(workflowId: string): string {
  return `${workflowId}.json`
}

function runUrl(ui: string | null, workflowId: string): string | null {
  return ui === null ? null : `${ui}/namespaces/default/workflows/${encodeURIComponent(workflowId)}`
}
