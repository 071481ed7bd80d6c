import type { NightArchive } from '../../archive/night-archive.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freshArchive } from './fresh-database.ts'
import { composeOf, recordStory, runOf } from './nights.ts'

/** The test that a story tells of. */
export const scenario = {
  distri: 'fedora',
  flavor: 'Server-dvd-iso',
  arch: 'x86_64',
  test: 'told',
  machine: '64bit',
}

/** The last night of every story. */
export const last = '2026-11-24'

/** An archive of its own with the nights of a story, as {@link recordStory} takes it. */
export async function open(story = ''): Promise<NightArchive> {
  const { db } = await freshArchive()
  const archive = postgresArchive(db)
  await recordStory(archive, story, last)
  return archive
}

/** The date so many days before the last night. */
export function daysBefore(days: number): string {
  return new Date(Date.parse(last) - days * 86_400_000).toISOString().slice(0, 10)
}

/** The run, date and compose of the night so many days before the last. */
export function place(days: number) {
  const run = runOf(daysBefore(days))
  return { run: run.id, date: run.date, compose: composeOf(run).id }
}
