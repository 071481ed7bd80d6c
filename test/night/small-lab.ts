import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LabClock } from '../../lab/clock.ts'
import { composeFile } from '../../lab/compose-files.ts'
import { startInbox } from '../../lab/mail/inbox.ts'
import { startKojiHub } from '../../lab/koji/hub.ts'
import { hubTasks } from '../../lab/koji/tasks.ts'
import type { Lab } from '../../lab/lab.ts'
import { listen } from '../../lab/listen.ts'
import type { LabCompose } from '../../lab/nightly.ts'
import { startLabOpenQa, type LabOpenQaOptions } from '../../lab/openqa/server.ts'
import { releaseJson } from '../../lab/releases.ts'
import { startRsyncDaemon } from '../../lab/rsync-daemon.ts'
import type { LabTree } from '../../lab/tree.ts'
import { smallArch, smallTemplates } from './small-night.ts'

const openqaKey = { key: '1AB0FEDCA9876543', secret: '0123456789ABCDEF' }

/** The composes of a small lab, and what openQA tests of them. */
export interface SmallLab {
  readonly composes: readonly LabCompose[]
  readonly clock: LabClock
  readonly folder: string
  readonly arch?: string
  readonly templates?: LabOpenQaOptions['templates']
  /** How many jobs run at the same time; as many as in any lab if absent. */
  readonly jobsAtOnce?: number
  /** Called with the path of each request to the tree. */
  readonly asked?: (path: string) => void
}

/**
 * A lab of composes of any dates, with few jobs for each. What the mirror has from the first minute on is
 * there; the rest is the caller's to place.
 */
export async function startSmallLab({
  composes,
  clock,
  folder,
  arch = smallArch,
  templates = smallTemplates,
  jobsAtOnce,
  asked,
}: SmallLab): Promise<Lab> {
  const mirror = join(folder, 'mirror')
  const synced = composes.filter(({ script }) => script.mirror.allAt === 0)
  await Promise.all(synced.map((compose) => placeOnMirror(mirror, compose, arch)))
  const [tree, koji, rsync, openqa, inbox] = await Promise.all([
    startSmallTree(composes, clock, asked),
    startKojiHub({ tasks: () => hubTasks(composes.map(tasksOf), clock.now()) }),
    startRsyncDaemon({ root: mirror }),
    startLabOpenQa({
      clock,
      ...openqaKey,
      jobMinutes: 12,
      templates,
      ...(jobsAtOnce !== undefined && { workers: jobsAtOnce }),
      outcomes: (build) => composes.find(({ id }) => id === build)?.script.jobs ?? [],
    }),
    startInbox(),
  ])
  return {
    tree,
    koji,
    rsync,
    openqa,
    inbox,
    generation: 'pungi',
    openqaKey,
    async close() {
      await Promise.all([tree.close(), koji.close(), rsync.close(), openqa.close(), inbox.close()])
    },
  }
}

async function startSmallTree(
  composes: readonly LabCompose[],
  clock: LabClock,
  asked: SmallLab['asked'],
): Promise<LabTree> {
  const top = '/compose/'
  let count = 0
  const listening = await listen(({ url = '' }, response) => {
    count += 1
    asked?.(url)
    const isRelease = url === '/release.json'
    const file = url.startsWith(top) ? composeFile(url.slice(top.length), composes, clock.now()) : null
    const text = isRelease ? releaseJson({ branched: 44 }) : file
    response.writeHead(text === null ? 404 : 200).end(text ?? 'Not Found')
  })
  return {
    ...listening,
    composes: `${listening.url}/compose`,
    releases: `${listening.url}/release.json`,
    requests: () => count,
  }
}

function tasksOf({ id, version, script }: LabCompose): Parameters<typeof hubTasks>[0][number] {
  return { composeRelease: id.slice(`Fedora-${version}-`.length), version, tasks: script.tasks }
}

/** Puts the images of a compose into the folder of the mirror. */
export async function placeOnMirror(
  root: string,
  { stream, version, images }: LabCompose,
  wanted: string,
): Promise<void> {
  const folder = join(root, 'fedora/linux/development', stream === 'rawhide' ? 'rawhide' : version)
  for (const { path, size } of images.filter(({ arch }) => arch === wanted)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '')
    await truncate(file, size)
  }
}
