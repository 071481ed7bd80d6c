/**
 * The openQA group comment that keeps a candidate compose's jobs: a tagged build is neither obsoleted by the
 * next nightly nor cleaned away with its logs.
 */
export function candidateTag(build: string): string {
  return `tag:${build}:important:candidate`
}
