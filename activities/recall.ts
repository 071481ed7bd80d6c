import type { Archive, Ref } from '../archive/archive.ts'
import { parseKeptPlan, type KeptPlan } from '../jobs/plan/kept-plan.ts'
import type { BuildJobs } from '../jobs/results/build-jobs.ts'
import { parseKeptJobs } from '../jobs/results/kept-jobs.ts'
import { parseReport } from '../report/report-schema.ts'
import type { Report } from '../report/report.ts'

/** The plan that `planCompose` kept. @throws Garbled where the kept text is none. */
export async function recallPlan(archive: Archive, ref: Ref): Promise<KeptPlan> {
  return parseKeptPlan(await archive.recall(ref))
}

/** The jobs that `observeJobs` kept. @throws Garbled where the kept text is none. */
export async function recallJobs(archive: Archive, ref: Ref): Promise<BuildJobs> {
  return parseKeptJobs(await archive.recall(ref))
}

/** The report that `composeReport` kept. @throws Garbled where the kept text is none. */
export async function recallReport(archive: Archive, ref: Ref): Promise<Report> {
  return parseReport(await archive.recall(ref))
}
