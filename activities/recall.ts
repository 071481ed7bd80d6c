import type { Archive, Ref } from '../archive/archive.ts'
import { parseKeptPlan, type KeptPlan } from '../jobs/plan/kept-plan.ts'
import type { BuildJobs } from '../jobs/results/build-jobs.ts'
import { parseKeptJobs } from '../jobs/results/kept-jobs.ts'
import { parseReport } from '../report/report-schema.ts'
import type { Report } from '../report/report.ts'

/** The plan that `planCompose` kept. @throws Garbled if the kept text is not a plan. */
export async function recallPlan(archive: Archive, ref: Ref): Promise<KeptPlan> {
  return parseKeptPlan(await archive.recall(ref))
}

/** The jobs that `observeJobs` kept. @throws Garbled if the kept text is not a list of jobs. */
export async function recallJobs(archive: Archive, ref: Ref): Promise<BuildJobs> {
  return parseKeptJobs(await archive.recall(ref))
}

/** The report that `composeReport` kept. @throws Garbled if the kept text is not a report. */
export async function recallReport(archive: Archive, ref: Ref): Promise<Report> {
  return parseReport(await archive.recall(ref))
}
