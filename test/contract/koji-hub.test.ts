import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { parseAnswer } from '../../clients/koji/xml-rpc-answer.ts'
import { startKojiHub, type KojiHub } from '../../lab/koji/hub.ts'
import type { HubTask } from '../../lab/koji/row.ts'
import { hubTask } from '../lab/hub-task.ts'
import { recording, recordings } from './koji-recorded.ts'

const child = { method: 'createLiveCD', arch: 'x86_64', label: 'livecd' }
const request = [
  'Fedora-Live-KDE-x86_64',
  '23',
  '20150814',
  'x86_64',
  {},
  {},
  {},
  'a.ks',
  { release: '20150814' },
]
const options = {
  can_fail: ['i386'],
  format: 'iso',
  ksurl: 'git://',
  ksversion: 'F24',
  release: '20150810.n.0',
  repo: ['http://'],
  scratch: true,
  specfile: null,
}
const parentRequest = ['Fedora-Workstation-Live', 'rawhide', ['x86_64'], 'rawhide', 'a.ks', options]
const files = ['build.log', 'livecd.log', 'root.log', 'Fedora-Live-Workstation-x86_64-23-20150814.iso']
const fault = { code: 1015, text: 'could not create LiveCD: see root.log — café <&>' }

/** Tasks with the ids that the recorded calls ask for, in the states they were in. */
const tasks: readonly HubTask[] = [
  ...[10_730_800, 10_730_801, 10_730_802, 10_730_900].map((id) => hubTask({ id })),
  hubTask({ ...child, id: 10_730_921, parent: 10_730_920, request }),
  hubTask({
    ...child,
    id: 10_730_901,
    parent: 10_730_900,
    request,
    output: files.map((name) => ({ name, bytes: 100 })),
  }),
  hubTask({ id: 10_730_042, method: 'livemedia', request: parentRequest }),
  hubTask({ ...child, id: 10_730_043, parent: 10_730_042 }),
  hubTask({ ...child, id: 10_730_044, parent: 10_730_042, state: 5, fault, result: null }),
  hubTask({
    ...child,
    id: 10_730_035,
    method: 'createImage',
    parent: 1,
    result: { arch: 'i386', files: ['a'], task_id: 1, size: 8_589_934_599 },
  }),
  hubTask({ ...child, id: 10_730_117, parent: 1, request, state: 5, fault, result: null }),
  hubTask({ ...child, id: 10_730_123, parent: 1, request, state: 3, result: null }),
  hubTask({ ...child, id: 10_730_423, parent: 1, request, state: 1, result: null }),
  hubTask({ ...child, id: 10_731_601, parent: 1, request, createdAt: 1_439_885_733.5 }),
  hubTask({ id: 10_733_622, state: 4, result: null, startedAt: null, completedAt: null }),
  hubTask({ id: 10_733_625, state: 1, result: null, completedAt: null }),
  hubTask({ id: 10_733_627, state: 0, result: null, startedAt: null, completedAt: null }),
]

/** Recorded while the hub was not well, or (the list of all its methods) of no use to the lab. */
const apart = (name: string) =>
  /^fault-(?:dbdown|lockout|offline)/.test(name) || name === 'system.listMethods'

describe("the lab's hub against the recorded answers of a real one", () => {
  let hub: KojiHub
  let offline: KojiHub

  beforeAll(async () => {
    hub = await startKojiHub({ tasks: () => tasks })
    offline = await startKojiHub({ tasks: () => tasks, disturbed: () => 'offline' })
  })

  afterAll(async () => {
    await hub.close()
    await offline.close()
  })

  test.each(recordings.filter(({ name }) => !apart(name)).map(({ name }) => name))(
    '%s is answered in the same shape',
    async (name) => {
      const { request: body, status, type, response } = recording(name)

      const answer = await fetch(hub.url, { method: 'POST', body })

      expect(answer.status).toBe(status)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('koji-version')).toBe('1.35.3')
      expect(outline(await answer.text(), status)).toEqual(outline(response, status))
    },
  )

  test.each(['fault-offline', 'fault-offline-listTasks', 'fault-offline-multiCall'])(
    '%s is answered word for word',
    async (name) => {
      const answer = await fetch(offline.url, { method: 'POST', body: recording(name).request })

      expect(await answer.text()).toBe(recording(name).response)
    },
  )
})

/** The part of an answer that no row changes: the types of values, a fault's code and start of text. */
function outline(text: string, status: number): unknown {
  if (status !== 200) return text.replace(/column \d+/, 'column N').trim()
  const answer = parseAnswer(text)
  if (answer.kind === 'value') return kindOf(answer.value)
  return { code: answer.fault.code, text: beginning(answer.fault.text) }
}

function kindOf(value: unknown): unknown {
  if (Array.isArray(value)) return distinct(value.map(kindOf))
  if (typeof value !== 'object' || value === null) return value === null ? 'nil' : typeof value
  const { faultCode, faultString } = Object.fromEntries(Object.entries(value))
  if (typeof faultString === 'string')
    return { faultCode, text: beginning(faultString), traceback: 'traceback' in value }
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, own(name) ? typeof member : kindOf(member)])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )
}

/** What is inside a request and a result is the task's own. */
function own(name: string): boolean {
  return name === 'request' || name === 'result'
}

function beginning(text: string): string {
  return text.split('\n')[0]?.replace(/^could not create .*/, 'could not create') ?? ''
}

function distinct(kinds: readonly unknown[]): readonly unknown[] {
  return [...new Map(kinds.map((kind) => [JSON.stringify(kind), kind])).values()]
}
