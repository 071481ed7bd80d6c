import type { StageTiming } from './outcome.ts'

const hour = 3_600_000

/** How long a stage of a usual night takes at most, in ms. */
const usualMs: Readonly<Record<string, number>> = {
  find: 2 * hour,
  complete: 8 * hour,
  schedule: hour / 2,
  await: 6 * hour,
}

/** The stages that took longer than usual. */
export function slowStages(stages: readonly StageTiming[]): readonly StageTiming[] {
  return stages.filter(({ name, since, until }) => {
    const usual = Object.hasOwn(usualMs, name) ? usualMs[name] : undefined
    if (usual === undefined || since === null || until === null) return false
    return Date.parse(until) - Date.parse(since) > usual
  })
}
