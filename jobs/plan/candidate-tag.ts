import { lineupOf } from '../../compose/expected/lineup.ts'
import type { ComposeId } from '../../compose/naming/compose-id.ts'

/**
 * The openQA group comment that keeps a candidate's jobs: the next nightly does not obsolete a tagged build,
 * and openQA does not delete its logs.
 */
export function candidateTag(build: string): string {
  return `tag:${build}:important:candidate`
}

/**
 * Whether a compose may become the release, so that its jobs are worth keeping: it has a label, or it is a
 * production compose. Cloud, ELN, IoT and updates have labels and production composes all the time.
 */
export function isCandidate(id: ComposeId, label: string | null): boolean {
  return lineupOf(id).lineup === 'fedora' && (label !== null || id.type === 'production')
}
