import { join } from 'node:path'
import type { NightClock } from './clock.ts'
import { disturbedAt } from './disturbance.ts'
import { startInbox, type Inbox } from './mail/inbox.ts'
import { startKojiHub, type KojiHub } from './koji/hub.ts'
import { hubTasks } from './koji/tasks.ts'
import { labTasks } from './lab-tasks.ts'
import { mashOf, type LabMash } from './mash/mash-nightly.ts'
import { startMirrorFiles } from './mirror.ts'
import { composesOf, type LabCompose } from './nightly.ts'
import { mashTemplates } from './openqa/products/mash.ts'
import { nightlyTemplates } from './openqa/products/nightly.ts'
import { startLabOpenQa, type LabOpenQa } from './openqa/server.ts'
import { startRsyncDaemon, type RsyncDaemon } from './rsync-daemon.ts'
import type { Disturbance, LabService, Minute, LabScenario } from './script.ts'
import { startTree, type LabTree } from './tree.ts'

/** What the lab plays, and the folder for the mirror's files. */
export interface LabOptions {
  readonly scenario: LabScenario
  /** The UTC date of the night, `YYYY-MM-DD`. */
  readonly date: string
  readonly clock: NightClock
  readonly folder: string
  /** Lab minutes that an openQA job takes. */
  readonly jobMinutes?: Minute
}

/** A small Fedora on loopback: every service that a night needs, each on its own port. */
export interface Lab {
  readonly tree: LabTree
  readonly koji: KojiHub
  readonly rsync: RsyncDaemon
  readonly openqa: LabOpenQa
  readonly inbox: Inbox
  /** The kind of composes it makes. */
  readonly generation: 'pungi' | 'mash'
  /** The API key and secret of the lab's openQA. */
  readonly openqaKey: { readonly key: string; readonly secret: string }
  close(): Promise<void>
}

const openqaKey = { key: '1AB0FEDCA9876543', secret: '0123456789ABCDEF' }

/** With this, about two hundred jobs take two hours, as in a real night. */
const usualJobMinutes = 12

/** Starts every service. Nothing happens in them until the clock begins. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { scenario, date, clock, folder } = options
  const composes = composesOf(scenario, date)
  const tasks = labTasks(scenario, date)
  const disturbed = (service: LabService) => () => disturbedAt(scenario.disturbances, service, clock.now())
  const files = startMirrorFiles(join(folder, 'mirror'), composes, clock)
  const tree = await startTree(scenario, date, clock)
  const koji = await startKojiHub({
    tasks: () => hubTasks(tasks, clock.now()),
    disturbed: disturbed('koji'),
  })
  const rsync = await startRsyncDaemon({
    root: files.root,
    meet: () => (disturbed('rsync')() === null ? 'serve' : 'reset'),
  })
  const openqa = await startOpenQa(options, [...composes, ...mashOf(scenario, date)], disturbed('openqa'))
  const inbox = await startInbox({ disturbed: disturbed('smtp') })
  const generation = scenario.generation ?? 'pungi'
  return {
    tree,
    koji,
    rsync,
    openqa,
    inbox,
    generation,
    openqaKey,
    async close() {
      files.close()
      await Promise.all([tree.close(), koji.close(), rsync.close(), openqa.close(), inbox.close()])
    },
  }
}

/** Starts an openQA that knows how the jobs of each compose end. */
function startOpenQa(
  { scenario, clock, jobMinutes = usualJobMinutes }: LabOptions,
  composes: readonly (LabCompose | LabMash)[],
  disturbed: () => Disturbance['how'] | null,
): Promise<LabOpenQa> {
  return startLabOpenQa({
    clock,
    ...openqaKey,
    jobMinutes,
    templates: scenario.generation === 'mash' ? mashTemplates : nightlyTemplates,
    outcomes: (build) => composes.find(({ id }) => id === build)?.script.jobs ?? [],
    disturbed,
  })
}
