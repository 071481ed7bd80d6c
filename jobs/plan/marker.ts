/**
 * The setting that marks the jobs of one post, so that they are found again when its answer was lost.
 * openQA copies any unknown upper-case setting of a post into every job and every restart of it.
 */
export const markerSetting = 'NIGHTJAR'

/** What a marker is made of. A re-run by choice raises the generation; a retry never does. */
export interface Marked {
  readonly build: string
  readonly flavor: string
  readonly arch: string
  readonly generation: number
}

/**
 * The marker of a post: the same for the same post, always, and of word characters only, since openQA's
 * `job_settings/jobs` takes no others (`list_value` must match `^\w+$`).
 */
export function marker({ build, flavor, arch, generation }: Marked): string {
  return `g${generation}_${fnv1a([build, flavor, arch, generation].join('\n'))}`
}

/** FNV-1a over UTF-16 code units, as 16 hexadecimal digits: no secret, only a name that two posts do not share. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
