import { activityInfo } from '@temporalio/activity'
import { composeFolder } from '../compose/places/compose-folder.ts'
import { parseNightCompose } from '../compose/naming/mash-ref.ts'
import { quadrupleOf } from '../compose/naming/quadruple.ts'
import type { NightFacts } from '../report/facts.ts'
import type { Changes } from '../jobs/compare/changes.ts'
import { nothingKnown, type Before } from '../jobs/compare/before.ts'
import { blameWindowOf } from '../report/blame-window.ts'
import { missingImages } from '../compose/expected/missing-images.ts'
import { explainOthers } from '../sources/explain-images.ts'
import { heldImages, makeReport } from '../report/make-report.ts'
import { runLink } from '../report/words/temporal-links.ts'
import { changesBetween } from '../sources/changes/changes-between.ts'
import { laterInNight } from '../sources/nights/later-in-night.ts'
import { nightsBefore } from '../sources/nights-before.ts'
import type { KeptPlan } from '../jobs/plan/kept-plan.ts'
import { nightOrders } from './orders/night-orders.ts'
import type { ReportInput } from './report-activities.ts'
import { askWithin, type AskArchive, type FromArchive } from './archive-failures.ts'
import { recallPlan } from './recall.ts'
import { reportedJobs } from './reported-jobs.ts'
import { labelOfRun, titleOfRun } from './title-of-run.ts'
import { toolsFor } from './tools-for.ts'
import type { Tools } from './tools.ts'

/** All facts of a night but the number of the edition and the edition before. */
export type ReportFacts = Omit<NightFacts, 'edition' | 'previous'>

/**
 * Gathers what a report is made from. What the archive cannot give is left out, and the report says so. In
 * its first try it also asks what changed since the tests passed that fail anew.
 */
export async function reportFacts(tools: Tools, input: ReportInput, ask: AskArchive): Promise<ReportFacts> {
  const facts = await plainFacts(tools, input, ask)
  // A first try that took too long must not be repeated without end.
  if (activityInfo().attempt > 1) return facts
  return {
    ...facts,
    explanations: await explanations(toolsFor(tools, input.night.stream), facts),
    changes: await changes(tools, facts),
  }
}

/** Shares of an activity's time: of a look for changes, and of the questions to the archive. */
const [shareOfChanges, shareOfArchive] = [0.3, 0.25]

/** How long the questions of a report to the archive may take together, in ms. */
export function archiveMs(): number {
  return activityInfo().startToCloseTimeoutMs * shareOfArchive
}

async function changes(tools: Tools, facts: ReportFacts): Promise<Changes | null> {
  const { startToCloseTimeoutMs } = activityInfo()
  const window = blameWindowOf(makeReport({ ...facts, edition: 1, previous: null }))
  if (window === null) return null
  const { client: openqa } = await tools.openqa()
  const deadlineMs = startToCloseTimeoutMs * shareOfChanges
  const { jobs, standards } = facts
  return changesBetween(window, { source: tools, openqa, jobs, thresholds: standards.system, deadlineMs })
}

/** Why usual images are missing that the compose before had; the expected ones were explained by the plan. */
async function explanations(tools: Tools, facts: ReportFacts): Promise<ReportFacts['explanations']> {
  const held = heldImages(facts)
  if (held === null || facts.compose === null) return {}
  const usual = missingImages(held).filter(({ need, isNewlyMissing }) => need === 'usual' && isNewlyMissing)
  return explainOthers(tools, parseNightCompose(facts.compose.id), usual)
}

/**
 * The facts without a look at what changed: a mail waits for none.
 */
export async function plainFacts(
  tools: Tools,
  input: ReportInput,
  ask: AskArchive = askWithin(archiveMs()),
): Promise<ReportFacts> {
  const kept = input.plan === null ? null : await ask(() => recallPlan(tools.archive, input.plan ?? ''))
  const plan = kept?.kind === 'value' ? kept.value : null
  const known = plan ?? unplanned(tools, input.compose)
  const { jobs, warnings, ...tested } = await reportedJobs(tools, input, ask)
  const { status, watchedUntil = null } = input
  return {
    ...told(input),
    title: titleOfRun(tools, input, known),
    compose: known && { id: known.compose, url: known.url, label: known.label ?? labelOfRun(input), status },
    replacedBy: await laterOf(tools, input, ask),
    images: plan?.judged ?? null,
    allImages: plan?.images ?? [],
    explanations: {},
    watchedUntil,
    before: await before(tools, input, ask),
    ...(await nightOrders(tools, input, ask)),
    changes: null,
    standards: tools.places.standards(input.night.stream),
    warnings: [...(plan?.warnings ?? []), ...lostPlan(kept), ...untagged(input), ...warnings],
    jobs,
    ...tested,
    program: tools.program,
    openqaUrl: tools.places.openqa,
    runUrl: runUrl(tools, input),
  }
}

/** What the night itself told. */
function told({ night, workflowId, outcome, why, at, stages, ...rest }: ReportInput) {
  const { discarded, respinOf, unansweredSince, mode, posts, refusedRestarts } = rest
  return {
    night,
    workflowId,
    outcome,
    why,
    at,
    stages,
    discarded,
    respinOf,
    unansweredSince,
    mode,
    posts,
    refusedRestarts,
  }
}

/** What the archive knows of the nights before. */
async function before(
  { archive }: Tools,
  { night, workflowId: run, at, notCompared }: ReportInput,
  ask: AskArchive,
): Promise<Before> {
  // The mail went out without a comparison, and the archive gets what the mail said.
  if (notCompared != null) return nothingKnown(notCompared)
  const answer = await ask(() => nightsBefore(archive, { night, run, at }))
  return answer.kind === 'value' ? answer.value : nothingKnown(answer.why)
}

/** The newest respin of a compose that the archive knows; null if there is none, or the archive is away. */
async function laterOf(
  { archive }: Tools,
  { night, compose }: ReportInput,
  ask: AskArchive,
): Promise<NightFacts['replacedBy']> {
  if (compose === null) return null
  const later = await ask(() => laterInNight(archive, night, compose))
  return later.kind === 'value' ? later.value : null
}

function lostPlan(kept: FromArchive<KeptPlan> | null): readonly string[] {
  if (kept === null || kept.kind === 'value') return []
  return [`which images are missing is not known, as the plan could not be read: ${kept.why}`]
}

function untagged({ untagged: why }: ReportInput): readonly string[] {
  if (why === undefined) return []
  return [
    `openQA may delete the results of this candidate, as its build could not be tagged as important: ${why}`,
  ]
}

/** What the name of a compose tells whose plan is not at hand; null where the night came to none. */
function unplanned(
  { sites }: Tools,
  compose: string | null,
): Pick<KeptPlan, 'compose' | 'url' | 'label' | 'version'> | null {
  if (compose === null) return null
  const ref = parseNightCompose(compose)
  return { compose, url: composeFolder(ref, sites), label: null, version: quadrupleOf(ref).release }
}

/**
 * The page of the night's run with its details; the report may be made again by another run, its delivery.
 */
function runUrl({ places }: Tools, { workflowId, temporalRun: run }: ReportInput): string | null {
  if (places.temporalUi === null) return null
  const ui = { url: places.temporalUi, namespace: activityInfo().namespace }
  return runLink(ui, workflowId, run === undefined ? null : { run, tab: 'user-metadata' })
}
