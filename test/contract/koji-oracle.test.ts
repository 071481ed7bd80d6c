import { expect, onTestFinished, test } from 'vitest'
import { koji } from '../../clients/koji/koji.ts'
import { listOutputs } from '../../clients/koji/koji-outputs.ts'
import { composeTasksQuery, countTasks, tasksOf } from '../../compose/koji/compose-tasks.ts'
import type { KojiTask } from '../../compose/koji/koji-task.ts'
import { parseTaskOutput } from '../../compose/koji/task-output.ts'
import { startKojiHub } from '../../lab/koji/hub.ts'
import { hubTasks } from '../../lab/koji/tasks.ts'
import type { HubTask } from '../../lab/koji/row.ts'
import { mashTasks } from '../../lab/mash/mash-tasks.ts'
import type { TaskScript } from '../../lab/script.ts'
import { tasksFrom } from '../../sources/koji-cache.ts'
import { askInPython, installKoji } from './koji-python.ts'

const installed = await installKoji()

test.skipIf(!installed)("Koji's own client understands the lab's hub", async () => {
  const tasks = mashTasks({
    from: 0,
    apart: 1,
    takes: 30,
    failing: ['Fedora-Live-Games-i686'],
    failsAfter: 5,
  })
  const rows = hubTasks([{ composeRelease: '20150819', version: 'rawhide', tasks }], 40)
  const hub = await startKojiHub({ tasks: () => rows.toReversed() })
  onTestFinished(() => hub.close())
  const failed = rows.find(({ state, parent }) => state === 5 && parent !== null)
  const closed = rows.filter(({ state, method }) => state === 2 && method === 'createLiveCD')
  const [first] = closed

  const said = await askInPython('koji-oracle.py', hub.url, String(failed?.id ?? 0))

  expect(said).toMatchObject({
    api: 1,
    version: '1.35.3',
    closed: closed.map(({ id, request, output, createdAt }) => ({
      id,
      request: request.slice(0, 4),
      result: output.map(({ name }) => name),
      created: createdAt,
    })),
    count: 24,
    info: ['Fedora-Live-Cinnamon-i686', 'rawhide', '20150819', 'i686'],
    missing: null,
    multicall: [
      { id: first?.id, state: 2 },
      'Fault',
      [{ id: first?.id, parent: first?.parent }],
      { [first?.output[0]?.name ?? '']: { st_size: '3221225472' } },
    ],
    faults: [
      ['GenericError', 'query returned no rows'],
      ['ParameterError', "Invalid type for value 'abc': <class 'str'>, expected type <class 'int'>"],
      ['ActionNotAllowed', 'Cannot cancel task, not owner'],
      ['LiveCDError', failed?.fault?.text],
      ['Fault', expect.stringContaining('operator does not exist')],
      ['GenericError', 'Invalid method: noSuchMethod'],
    ],
  })
  expect(closed.length).toBeGreaterThan(5)
})

const date = '20261124'
const today: readonly TaskScript[] = [
  script('Fedora-KDE-Desktop-Live', 'createKiwiImage', 'x86_64'),
  script('Fedora-KDE-Desktop-Live', 'createKiwiImage', 'aarch64', 'FAILED'),
  script('Fedora-Cloud-Base-Generic', 'createKiwiImage', 's390x', 'CANCELED'),
  script('Fedora-Cloud-Base-Azure', 'createKiwiImage', 'x86_64', 'FAILED'),
  { ...script('Fedora-Xfce-Disk', 'createKiwiImage', 'aarch64'), until: 500 },
  script('Fedora-Minimal', 'imageBuilderBuildArch', 'aarch64'),
  script('Fedora-Cinnamon-Live', 'createLiveMedia', 'x86_64'),
]

test.skipIf(!installed).each([
  ['Rawhide with kiwi', today, 'Rawhide', `${date}.n.0`],
  ['44 with kiwi', today, '44', `${date}.n.0`],
  [
    'a nightly of 2015',
    mashTasks({ from: 0, apart: 1, takes: 30, failing: ['Fedora-Docker-Base'], failsAfter: 5 }),
    'rawhide',
    date,
  ],
] as const)(
  "Koji's own client and Nightjar read the same tasks of %s",
  async (_what, tasks, version, composeRelease) => {
    const rows = hubTasks([{ composeRelease, version, tasks }], 50).map(inOtherForms)
    const hub = await startKojiHub({ tasks: () => rows.toReversed() })
    onTestFinished(() => hub.close())
    const client = koji({ url: hub.url })
    const query = composeTasksQuery(date)

    const mine = await tasksFrom(client).tasks(query)
    const files = await listOutputs(
      client,
      mine.map(({ id }) => id),
      parseTaskOutput,
    )
    const theirs = await askInPython('koji-tasks-oracle.py', hub.url, JSON.stringify(query))

    const read = mine.map((task, at) => inTheirWords(task, files[at] ?? []))
    expect(read.toSorted((a, b) => a.id - b.id)).toEqual(theirs)
    const own = tasksOf(mine, { version, release: composeRelease })
    expect(own).toHaveLength(rows.length)
    expect(countTasks(own).failed).toBeGreaterThan(1)
  },
)

const child = ['name', 'version', 'release', 'arch']
const tags = ['target_info', 'build_tag', 'repo_info']
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  createLiveCD: [...child, ...tags, 'ksfile', 'opts'],
  createAppliance: [...child, ...tags, 'ksfile', 'opts'],
  createImage: [...child, ...tags, 'inst_tree', 'opts'],
  createLiveMedia: [...child, ...tags, 'ksfile', 'opts'],
  createKiwiImage: [...child, ...tags, 'desc_url', 'desc_path', 'opts'],
  imageBuilderBuildArch: [...child, 'types', ...tags, 'opts'],
  kiwiBuild: ['target', 'arches', 'desc_url', 'desc_path', 'opts'],
}

/** Every third task has named arguments only, or after the first two, in Koji's two forms. */
function inOtherForms(task: HubTask, order: number): HubTask {
  const names = argumentsOf[task.method]
  if (names === undefined || order % 3 === 0) return task
  const named = names.map((name, at) => [name, task.request[at] ?? null] as const)
  const request =
    order % 3 === 1
      ? [{ __method__: task.method, ...Object.fromEntries(named) }]
      : [...task.request.slice(0, 2), { __starstar: true, ...Object.fromEntries(named.slice(2)) }]
  return { ...task, request }
}

function script(name: string, method: string, arch: string, ends: TaskScript['ends'] = 'CLOSED'): TaskScript {
  return { name, method, arch, ends, from: 10, until: 40 }
}

function inTheirWords({ createdAt, completedAt, ...task }: KojiTask, files: readonly string[]) {
  return {
    ...task,
    created: seconds(createdAt),
    completed: completedAt === null ? null : seconds(completedAt),
    files,
  }
}

function seconds(time: string): number {
  return Date.parse(time) / 1000
}
