import type { LabScenario } from './script.ts'

/** The stable releases of the lab's Fedora; the branched one, where there is one, comes after them. */
export const stableReleases = [42, 43]

/** The list of releases as Fedora's testers keep it. */
export function releaseJson({ branched }: Pick<LabScenario, 'branched'>): string {
  return JSON.stringify({ fedora: { stable: stableReleases, branched: branched === null ? [] : [branched] } })
}
