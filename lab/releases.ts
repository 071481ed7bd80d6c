import type { LabScenario } from './script.ts'

/** The stable releases of the lab's Fedora. The Branched release, if any, comes after them. */
export const stableReleases = [42, 43]

/** The list of releases in the form of Fedora QA. */
export function releaseJson({ branched }: Pick<LabScenario, 'branched'>): string {
  return JSON.stringify({ fedora: { stable: stableReleases, branched: branched === null ? [] : [branched] } })
}
