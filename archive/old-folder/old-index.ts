import { z } from 'zod'
import type { OldFile } from './old-files.ts'

/** What is where in an old folder, in a few words for each file. */
export interface OldIndex {
  /** Refs of lists of jobs, by build. */
  readonly jobs: Map<string, string[]>
  /** The ref of the last plan, by compose. */
  readonly plans: Map<string, string>
  /** One file for each edition, by run and number. */
  readonly reports: Map<string, OldReport>
}

/** A report in the folder. */
export interface OldReport {
  readonly run: string
  readonly edition: number
  readonly path: string
}

const jobsShape = z.array(z.object({ build: z.string() })).min(1)
const planShape = z.object({ compose: z.string(), posts: z.array(z.unknown()) })
const reportShape = z.object({ schema: z.literal(1), run: z.string(), edition: z.int().min(1) })

/** Notes a value: a list of jobs, a plan or a report; anything else is kept and no more. */
export function noteValue(index: OldIndex, ref: string, file: OldFile): void {
  const value: unknown = JSON.parse(file.text)
  const [job] = jobsShape.safeParse(value).data ?? []
  if (job !== undefined) index.jobs.set(job.build, [...(index.jobs.get(job.build) ?? []), ref])
  const plan = planShape.safeParse(value).data
  if (plan !== undefined) index.plans.set(plan.compose, ref)
  noteReport(index, file)
}

/** Notes a report, unless its edition is known already; answers whether the file is one. */
export function noteReport({ reports }: OldIndex, { path, text }: OldFile): boolean {
  const { data } = reportShape.safeParse(JSON.parse(text))
  if (data === undefined) return false
  const { run, edition } = data
  const name = `${run} ${edition}`
  if (!reports.has(name)) reports.set(name, { run, edition, path })
  return true
}

/** The reports in the order in which they came. */
export function inOrder({ reports }: OldIndex): readonly OldReport[] {
  return [...reports.values()].toSorted(
    (one, other) => one.run.localeCompare(other.run) || one.edition - other.edition,
  )
}
