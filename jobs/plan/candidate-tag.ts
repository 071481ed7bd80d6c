/**
 * The openQA group comment that keeps a candidate's jobs: the next nightly does not obsolete a tagged build,
 * and openQA does not delete its logs.
 */
export function candidateTag(build: string): string {
  return `tag:${build}:important:candidate`
}
