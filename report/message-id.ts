import type { Report } from './report.ts'

/**
 * The Message-ID of a report's mail, from what makes it that mail and no other: the run and the edition. A retry is the
 * same mail, so nobody reads it twice.
 */
export function messageIdOf({ run, edition }: Pick<Report, 'run' | 'edition'>, domain: string): string {
  const kind = edition === 1 ? 'final' : `amended-${edition}`
  return `<${atom(run)}.${kind}@${atom(domain)}>`
}

/** Only what a Message-ID may hold: `nightly/rawhide/2026-11-24` to `nightly.rawhide.2026-11-24`. */
function atom(text: string): string {
  return text.replaceAll(/[^\w-]+/g, '.').replaceAll(/^\.|\.$/g, '')
}
