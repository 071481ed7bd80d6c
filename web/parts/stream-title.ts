import type { Site } from '../site.ts'

/** The title of a stream by its last report, or by the configuration: `Rawhide`, `Fedora 44`. */
export async function titleOf(
  { archive, streams }: Pick<Site, 'archive' | 'streams'>,
  stream: string,
): Promise<string> {
  const known = streams.find(({ name }) => name === stream)
  return streamName(stream, (await archive.standing(stream))?.title ?? known?.title ?? stream)
}

/** The name of a stream on pages with several: a candidate has the title of its release, as Branched has. */
export function streamName(stream: string, title: string): string {
  if (stream !== 'candidate') return title
  return title === 'Candidate' ? 'Candidates' : `${title} candidates`
}
