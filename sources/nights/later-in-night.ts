import type { ArchiveReader } from '../../archive/archive-reader.ts'
import { candidates } from '../../compose/naming/candidate.ts'
import { laterOfNight } from '../../compose/naming/later-respin.ts'
import { composeNightId, nameOfNight, type Night } from '../../compose/naming/night.ts'
import { dueSpan } from '../../compose/naming/night-date.ts'

/**
 * The newest compose of a night that is newer than one of it, with its run; null where the archive knows
 * none.
 */
export async function laterInNight(
  archive: ArchiveReader,
  night: Night,
  compose: string,
): Promise<{ readonly compose: string; readonly run: string } | null> {
  const known = await composesOf(archive, night)
  const later = laterOfNight(night, compose, [...known.keys()])
  if (later === null) return null
  const run = known.get(later) ?? null
  if (run !== null) return { compose: later, run }
  // The label of a candidate that has no run yet is not known here.
  return night.stream === candidates ? null : { compose: later, run: composeNightId(night.stream, later) }
}

/** The composes of a night, with those that tested them; of a night without an hour, all of the stream. */
async function composesOf(archive: ArchiveReader, night: Night): Promise<ReadonlyMap<string, string | null>> {
  const { stream } = night
  if (night.hour === undefined)
    return new Map((await archive.composes(stream)).map(({ id, run }) => [id, run]))
  const { from, to } = dueSpan(night)
  const runs = await archive.nights({ stream, since: from, before: to })
  // The run of a compose has its name, also as long as it has not come to it.
  return new Map(runs.map(({ run, compose }) => [compose ?? nameOfNight(run).slice(stream.length + 1), run]))
}
