import { tasksFrom } from '../../sources/koji-cache.ts'
import type { ComposeTools, Places } from '../../sources/compose-tools.ts'
import { composeTree } from '../../clients/compose-tree.ts'
import { koji } from '../../clients/koji/koji.ts'
import { rsync } from '../../clients/rsync/rsync.ts'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'
import { fedoraSites } from '../../compose/places/sites.ts'
import { wantedByFedora } from '../../jobs/plan/wanted.ts'
import { fedoraStandards } from '../report/fedora-standards.ts'
import { disturbedAt } from '../../lab/disturbance.ts'
import { startKojiHub, type KojiHub } from '../../lab/koji/hub.ts'
import { hubTasks } from '../../lab/koji/tasks.ts'
import { labTasks } from '../../lab/lab-tasks.ts'
import type { Minute, LabScenario } from '../../lab/script.ts'
import { startTree, type LabTree } from '../../lab/tree.ts'

/** The lab's web server and its Koji, whose time moves only by steps, and tools that look at them. */
export interface SteppedLab extends AsyncDisposable {
  readonly tools: ComposeTools
  readonly tree: LabTree
  readonly koji: KojiHub
  /** Moves the time of the lab. */
  at(minute: Minute): void
}

/** Sets a scenario up; Koji is asked anew by every look. */
export async function steppedLab(
  scenario: LabScenario,
  date: string,
  otherwise: Partial<Places> = {},
): Promise<SteppedLab> {
  await using stack = new AsyncDisposableStack()
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
  const tools: ComposeTools = {
    places: { ...placesOf(hub, scenario), ...otherwise },
    sites: { ...fedoraSites, composes: [tree.composes], mash: [`${tree.url}/mash`] },
    lines: builtInLines,
    releases: tree.releases,
    all: async () => tools,
    tree: composeTree({ allowedHosts: [new URL(tree.url).host] }),
    koji: client,
    tasks: tasksFrom(client),
    rsync: rsync({ allowedHosts: [] }),
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

function placesOf(hub: KojiHub, scenario: LabScenario): Places {
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
    expected: null,
    standards: fedoraStandards,
    restarts: 0,
    temporalUi: null,
  }
}
