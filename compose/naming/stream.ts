/** The streams of nightly composes that Nightjar tests. Each is tested independently of the other. */
export const streams = ['rawhide', 'branched'] as const

/** One of {@link streams}. */
export type Stream = (typeof streams)[number]

/** Whether a word names a stream. */
export function isStream(word: string): word is Stream {
  return streams.some((stream) => stream === word)
}
