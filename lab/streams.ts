/** The streams of the lab's scenarios. */
export const labStreams = ['rawhide', 'branched'] as const

/** One of {@link labStreams}. */
export type LabStream = (typeof labStreams)[number]
