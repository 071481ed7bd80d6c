import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Alarm } from '../../report/alarm/alarm.ts'
import type { Settings } from '../config/config.ts'

/** For each stream the night that was told of last; for the archive, when (ISO). */
const note = z.object({
  streams: z.record(z.string(), z.string()).default({}),
  archive: z.iso.datetime().optional(),
})

/** What people have been told already. */
export type ToldBefore = z.output<typeof note>

const archiveAgainMs = 24 * 3_600_000

/** Where it is written down: in systemd's `StateDirectory`, else in the folder of the configuration. */
export function noteFile(
  { folder }: Pick<Settings, 'folder'>,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  return join(environment['STATE_DIRECTORY'] ?? folder, 'overdue.json')
}

/** Nothing where the file is not there or damaged: people are told twice rather than never. */
export function readTold(file: string): ToldBefore {
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { streams: {} }
  }
}

/** Writes it down, whole or not at all. @throws the error of the system */
export function writeTold(file: string, told: ToldBefore): void {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, JSON.stringify(told))
  renameSync(fresh, file)
}

/** Whether it was told: of a night once, of the archive once a day. */
export function isTold(alarm: Alarm, told: ToldBefore, nowMs: number): boolean {
  if (alarm.kind === 'overdue') return (told.streams[alarm.stream] ?? '') >= alarm.night
  return told.archive !== undefined && nowMs - Date.parse(told.archive) < archiveAgainMs
}

/** What has been told after an alarm, too. */
export function withTold(told: ToldBefore, alarm: Alarm, nowMs: number): ToldBefore {
  return alarm.kind === 'overdue'
    ? { ...told, streams: { ...told.streams, [alarm.stream]: alarm.night } }
    : { ...told, archive: new Date(nowMs).toISOString() }
}
