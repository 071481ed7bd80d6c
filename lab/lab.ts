import { join } from 'node:path'
import type { NightClock } from './clock.ts'
import { disturbedAt } from './disturbance.ts'
import { startInbox, type Inbox } from './inbox.ts'
import { startKojiHub, type KojiHub } from './koji-hub.ts'
import { hubTasks } from './koji-tasks.ts'
import { startMirrorFiles } from './mirror.ts'
import { composesOf, type LabCompose } from './nightly.ts'
import { startLabOpenQa, type LabOpenQa } from './openqa-server.ts'
import { startRsyncDaemon, type RsyncDaemon } from './rsync-daemon.ts'
import type { LabService, Scenario } from './script.ts'
import { startTree, type LabTree } from './tree.ts'

/** What the lab plays, and where it may keep the mirror's files. */
export interface LabOptions {
  readonly scenario: Scenario
  /** The UTC date of the night, `YYYY-MM-DD`. */
  readonly date: string
  readonly clock: NightClock
  readonly folder: string
}

/** A whole small Fedora on loopback: every service that a night needs, each real on a port of its own. */
export interface Lab {
  readonly tree: LabTree
  readonly koji: KojiHub
  readonly rsync: RsyncDaemon
  readonly openqa: LabOpenQa
  readonly inbox: Inbox
  /** The API key and secret that the lab's openQA takes. */
  readonly openqaKey: { readonly key: string; readonly secret: string }
  close(): Promise<void>
}

const openqaKey = { key: '1AB0FEDCA9876543', secret: '0123456789ABCDEF' }

/** Lab minutes that a job runs, so that some two hundred take two hours as in a real night. */
const jobMinutes = 12

/** Starts every service; nothing happens in them before the clock is begun. */
export async function startLab({ scenario, date, clock, folder }: LabOptions): Promise<Lab> {
  const composes = composesOf(scenario, date)
  const disturbed = (service: LabService) => () => disturbedAt(scenario.disturbances, service, clock.now())
  const files = await startMirrorFiles(join(folder, 'mirror'), composes, clock)
  const tree = await startTree(scenario, date, clock)
  const koji = await startKojiHub({
    tasks: () => hubTasks(composes.map(kojiCompose), clock.now()),
    disturbed: disturbed('koji'),
  })
  const rsync = await startRsyncDaemon({
    root: files.root,
    meet: () => (disturbed('rsync')() === null ? 'serve' : 'reset'),
  })
  const openqa = await startLabOpenQa({
    clock,
    ...openqaKey,
    jobMinutes,
    outcomes: (build) => composes.find(({ id }) => id === build)?.script.jobs ?? [],
    disturbed: disturbed('openqa'),
  })
  const inbox = await startInbox({ disturbed: disturbed('smtp') })
  return {
    tree,
    koji,
    rsync,
    openqa,
    inbox,
    openqaKey,
    async close() {
      await files.close()
      await Promise.all([tree.close(), koji.close(), rsync.close(), openqa.close(), inbox.close()])
    },
  }
}

function kojiCompose({ id, version, script }: LabCompose): Parameters<typeof hubTasks>[0][number] {
  return { composeRelease: id.slice(`Fedora-${version}-`.length), version, tasks: script.tasks }
}
