import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import type { Lab } from '../../lab/lab.ts'

/** Lab minutes in one second of real time: a night of nine hours takes about fourteen seconds. */
export const labMinutesPerSecond = 40

/** The patience of a night in the lab, with the keys of the configuration. */
const patience = {
  find: { deadline: '9 s', lap: '6 s', look: '700 ms' },
  complete: { deadline: '30 s', lap: '6 s', look: '700 ms' },
  schedule: { deadline: '60 s', lap: '6 s', look: '700 ms' },
  await: { deadline: '60 s', lap: '6 s', look: '700 ms' },
  watch: { deadline: '3 s', lap: '3 s', look: '700 ms' },
  open: '1 s',
  respins: { deadline: '10 s', lap: '6 s', look: '1 s' },
  call: '8 s',
  act: '8 s',
  settle: '2 s',
  send: '10 s',
  deliver: '60 s',
}

/** The settings of a Nightjar that works against a lab. */
export interface LabSettings {
  readonly folder: string
  readonly taskQueue: string
  readonly temporalUi: string
  /** The archive's database; none is named if absent. */
  readonly databaseUrl?: string
  /** Nightjar's default arches if absent. */
  readonly arches?: readonly string[]
  /** Second chances; Nightjar's default if absent. */
  readonly restarts?: number
  /** Tables of streams, with the keys of the configuration. */
  readonly streams?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Overrides the patience of a night in the lab, with the keys of the configuration. */
  readonly patience?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

/** Writes the configuration of a Nightjar that works against a lab; returns the file's path. */
export async function writeLabSettings(
  lab: Lab,
  { folder, taskQueue, temporalUi, databaseUrl, arches, restarts, streams, patience: otherwise }: LabSettings,
): Promise<string> {
  const file = join(folder, 'nightjar.toml')
  const settings = {
    folder: '.',
    task_queue: taskQueue,
    temporal_ui: temporalUi,
    ...(databaseUrl === undefined ? {} : { archive: { url: databaseUrl } }),
    compose: { tree: lab.tree.composes, releases: lab.tree.releases, generation: lab.generation },
    koji: { hub: lab.koji.url },
    mirror: { rsync: lab.rsync.url },
    openqa: {
      url: lab.openqa.url,
      ...(arches !== undefined && { arches }),
      ...(restarts !== undefined && { restarts }),
    },
    worker: { openqa_per_second: 1000, koji_per_second: 1000, trees_per_second: 1000 },
    mail: {
      host: lab.inbox.host,
      port: lab.inbox.port,
      from: 'Nightjar <nightjar@lab.localdomain>',
      to: ['test-reports@lab.localdomain'],
      domain: 'nightjar.lab.localdomain',
    },
    ...(streams !== undefined && { stream: streams }),
    patience: { ...patience, ...otherwise },
  }
  await writeFile(file, stringify(settings))
  return file
}
