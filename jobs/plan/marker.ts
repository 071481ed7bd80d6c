/**
 * The setting that marks the jobs of a post, to find them if its answer was lost. openQA copies unknown
 * upper-case settings of a post into every job, and into every restart of a job.
 */
export const markerSetting = 'NIGHTJAR'

/** What a marker is made of. A deliberate re-run raises the generation, a retry does not. */
export interface Marked {
  /** The run of the night that posts: it knows its own jobs. A person who posts by hand has none. */
  readonly run?: string
  readonly build: string
  readonly flavor: string
  readonly arch: string
  readonly generation: number
}

/**
 * The marker of a post. The same post always has the same marker. It has only word characters, since openQA's
 * `job_settings/jobs` accepts no others (`list_value` must match `^\w+$`).
 */
export function marker({ build, flavor, arch, generation, run }: Marked): string {
  const parts = [build, flavor, arch, generation, ...(run === undefined ? [] : [run])]
  return `g${generation}_${fnv1a(parts.join('\n'))}`
}

/** What tells the jobs of a plan from others of the same build, flavor and arch. */
export function markOf({
  generation = 1,
  run,
}: Partial<Pick<Marked, 'generation' | 'run'>>): Pick<Marked, 'generation' | 'run'> {
  return run === undefined ? { generation } : { generation, run }
}

/** FNV-1a over UTF-16 code units, as 16 hexadecimal digits: unique for each post, not a secret. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
