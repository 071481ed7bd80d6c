import { candidates, readCandidateRunId } from '../compose/naming/candidate.ts'
import { formatLabel } from '../compose/naming/label.ts'
import { titleOf } from '../compose/streams/stream-line.ts'
import type { KeptPlan } from '../jobs/plan/kept-plan.ts'
import type { ReportInput } from './report-activities.ts'
import type { Tools } from './tools.ts'

/** A candidate has its label in its title: several are made on a day. */
export function titleOfRun(
  { lines }: Tools,
  input: ReportInput,
  known: Pick<KeptPlan, 'label' | 'version'> | null,
): string {
  const title = titleOf(input.night.stream, known?.version ?? null, lines)
  const label = input.night.stream === candidates ? (known?.label ?? labelOfRun(input)) : null
  return label === null ? title : `${title} ${label}`
}

/** The label of a candidate that was not planned; null for others. */
export function labelOfRun({ workflowId }: ReportInput): string | null {
  const candidate = readCandidateRunId(workflowId)
  return candidate && formatLabel(candidate.label)
}
