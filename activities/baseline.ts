import type { Archive } from '../archive/archive.ts'
import type { Stream } from '../compose/naming/stream.ts'
import type { Report } from '../report/report.ts'
import { recallReport } from './recall.ts'

/** The last report of a stream on a tested compose, to compare the next one with. Null before the first. */
export async function baselineOf(archive: Archive, stream: Stream): Promise<Report | null> {
  const ref = await archive.pointedAt(nameOf(stream))
  return ref === null ? null : recallReport(archive, ref)
}

/** Makes a kept report the stream's baseline. */
export async function setBaseline(archive: Archive, stream: Stream, ref: string): Promise<void> {
  await archive.point(nameOf(stream), ref)
}

function nameOf(stream: Stream): string {
  return `baseline/${stream}`
}
