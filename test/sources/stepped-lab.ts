import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tasksFrom } from '../../sources/koji-cache.ts'
import type { Tools } from '../../activities/tools.ts'
import { folderArchive } from '../../archive/archive.ts'
import { composeTree } from '../../clients/compose-tree.ts'
import { koji } from '../../clients/koji/koji.ts'
import { rsync } from '../../clients/rsync/rsync.ts'
import { fedoraSites } from '../../compose/places/sites.ts'
import { wantedByFedora } from '../../jobs/plan/wanted.ts'
import { disturbedAt } from '../../lab/disturbance.ts'
import { startKojiHub, type KojiHub } from '../../lab/koji/hub.ts'
import { hubTasks } from '../../lab/koji/tasks.ts'
import { labTasks } from '../../lab/lab-tasks.ts'
import type { Minute, LabScenario } from '../../lab/script.ts'
import { startTree, type LabTree } from '../../lab/tree.ts'

/** The lab's web server and its Koji, whose time moves only by steps, and tools that look at them. */
export interface SteppedLab extends AsyncDisposable {
  readonly tools: Tools
  readonly tree: LabTree
  readonly koji: KojiHub
  /** Moves the time of the lab. */
  at(minute: Minute): void
}

/** Sets a scenario up; Koji is asked anew by every look. */
export async function steppedLab(
  scenario: LabScenario,
  date: string,
  otherwise: Partial<Tools['places']> = {},
): Promise<SteppedLab> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-stepped-'))
  stack.defer(() => rm(folder, { recursive: true }))
  let minute = 0
  const clock = { now: () => minute, realMs: (minutes: Minute) => minutes }
  const tree = stack.adopt(await startTree(scenario, date, clock), (started) => started.close())
  const tasks = labTasks(scenario, date)
  const hub = await startKojiHub({
    tasks: () => hubTasks(tasks, minute),
    disturbed: () => disturbedAt(scenario.disturbances, 'koji', minute),
  })
  stack.defer(() => hub.close())
  const client = koji({ url: hub.url })
  const tools: Tools = {
    places: { ...placesOf(hub, scenario), ...otherwise },
    sites: { ...fedoraSites, composes: [tree.composes], mash: [`${tree.url}/mash`] },
    releases: tree.releases,
    all: async () => tools,
    archive: folderArchive(folder),
    tree: composeTree({ allowedHosts: [new URL(tree.url).host] }),
    koji: client,
    tasks: tasksFrom(client),
    rsync: rsync({ allowedHosts: [] }),
    openqa: () => Promise.reject(new Error('no test here has an openQA')),
    mail: null,
  }
  const kept = stack.move()
  return {
    tools,
    tree,
    koji: hub,
    at: (to) => {
      minute = to
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function placesOf(hub: KojiHub, scenario: LabScenario): Tools['places'] {
  return {
    generation: scenario.generation ?? 'pungi',
    mirror: 'rsync://127.0.0.1/fedora-buffet',
    mirrorRequired: false,
    koji: hub.url,
    kojiRequired: true,
    kojiFiles: 'http://127.0.0.1/work',
    kojiOwner: null,
    openqa: 'http://127.0.0.1',
    arches: ['x86_64'],
    wanted: wantedByFedora,
    restarts: 0,
    temporalUi: null,
  }
}
