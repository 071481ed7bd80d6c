import type { ArchiveReader } from '../archive/archive-reader.ts'
import { parseKeptPlan, type KeptPlan } from '../jobs/plan/kept-plan.ts'
import type { BuildJobs } from '../jobs/results/build-jobs.ts'
import { parseKeptJobs } from '../jobs/results/kept-jobs.ts'

/**
 * The name of a kept value: the hash of its content. It is what crosses an activity's border in place of the
 * value.
 */
export type Ref = string

type Recalling = Pick<ArchiveReader, 'recall'>

/**
 * The plan that `planCompose` kept. @throws LostValue, ArchiveAway; Garbled if the kept text is not a plan.
 */
export async function recallPlan(archive: Recalling, ref: Ref): Promise<KeptPlan> {
  return parseKeptPlan(await archive.recall(ref))
}

/**
 * The jobs that `observeJobs` kept. @throws LostValue, ArchiveAway; Garbled if the kept text is not a list of
 * jobs.
 */
export async function recallJobs(archive: Recalling, ref: Ref): Promise<BuildJobs> {
  return parseKeptJobs(await archive.recall(ref))
}
