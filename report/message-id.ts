import type { Report } from './report.ts'

/**
 * The Message-ID of a report's mail, made from the run and the edition. A retry has the same Message-ID, so
 * nobody reads the mail twice.
 */
export function messageIdOf({ run, edition }: Pick<Report, 'run' | 'edition'>, domain: string): string {
  const kind = edition === 1 ? 'final' : `amended-${edition}`
  return `<${atom(run)}.${kind}@${atom(domain)}>`
}

/** Replaces what a Message-ID must not hold: `nightly/rawhide/2026-11-24` to `nightly.rawhide.2026-11-24`. */
export function atom(text: string): string {
  return text.replaceAll(/[^\w-]+/g, '.').replaceAll(/^\.|\.$/g, '')
}
