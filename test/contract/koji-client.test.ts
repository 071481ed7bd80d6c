import { describe, expect, onTestFinished, test } from 'vitest'
import { isFailure } from '../../clients/failure.ts'
import { koji, type Koji } from '../../clients/koji/koji.ts'
import { KojiFault } from '../../clients/koji/koji-fault.ts'
import { methodCall } from '../../clients/koji/xml-rpc-call.ts'
import { parseTasks } from '../../compose/koji/koji-task.ts'
import { readCall } from '../../lab/koji/read.ts'
import { stubServer } from '../clients/stub-server.ts'
import { recording, recordings } from './koji-recorded.ts'

describe('the client against the recorded answers of a real hub', () => {
  test.each(
    recordings
      .filter(({ status, response }) => status === 200 && !response.includes('<fault>'))
      .map(({ name }) => name),
  )('%s is a value', async (name) => {
    expect(await (await replaying(name)).call(name)).toBeDefined()
  })

  test.each(recordings.filter(({ response }) => response.includes('<fault>')).map(({ name }) => name))(
    '%s is a fault with its code and text',
    async (name) => {
      const [, code, text] = /<int>(\d+)<\/int>[^]*<string>([^<]{1,20})/.exec(recording(name).response) ?? []

      const thrown: unknown = await (await replaying(name)).call(name).catch((reason: unknown) => reason)

      expect(thrown).toBeInstanceOf(KojiFault)
      expect(thrown).toMatchObject({ fault: { code: Number(code) } })
      expect(String(thrown)).toContain(text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
    },
  )

  test.each(recordings.filter(({ status }) => status !== 200).map(({ name }) => name))(
    '%s is refused with the words of the hub',
    async (name) => {
      const thrown: unknown = await (await replaying(name)).call(name).catch((reason: unknown) => reason)

      expect(isFailure(thrown, 'refused')).toBe(true)
      expect(String(thrown)).toContain('status 400 (Invalid request')
    },
  )

  test('an outage of any kind is unreachable, a wrong call is refused', async () => {
    const kinds = await Promise.all(
      [
        'fault-dbdown',
        'fault-lockout-listTasks',
        'fault-offline-multiCall',
        'auth-required',
        'getTaskInfo-string',
      ].map(async (name) => {
        const thrown: unknown = await (await replaying(name)).call(name).catch((reason: unknown) => reason)
        return thrown instanceof KojiFault ? thrown.kind : thrown
      }),
    )

    expect(kinds).toEqual(['unreachable', 'unreachable', 'unreachable', 'refused', 'refused'])
  })

  test('an i8 is a number, nil is null, and text keeps its characters', async () => {
    expect(await (await replaying('getTaskResult-i8')).call('getTaskResult')).toMatchObject({
      size: 8_589_934_599,
    })
    expect(await (await replaying('getTaskInfo-missing')).call('getTaskInfo')).toBeNull()
    expect(await (await replaying('getTaskResult-failed-noraise')).call('getTaskResult')).toMatchObject({
      faultString: expect.stringMatching(/ — café <&>$/),
    })
  })

  test('a multiCall has an outcome for each call, faults in their places', async () => {
    const outcomes = await (await replaying('multiCall')).multiCall(calls('multiCall'))

    expect(outcomes.map((outcome) => (outcome.ok ? 'value' : outcome.fault.code))).toEqual([
      'value',
      'value',
      1015,
      1019,
      1000,
      'value',
      'value',
    ])
  })

  test('one bad query of a multiCall is its own fault, and an unlimited one is that of the whole', async () => {
    const eager = await (
      await replaying('multiCall-lazy-limit999')
    ).multiCall(calls('multiCall-lazy-limit999'))
    const lazy = (await replaying('multiCall-lazy-limit1000')).multiCall(calls('multiCall-lazy-limit1000'))

    expect(eager.map(({ ok }) => ok)).toEqual([true, false, true])
    await expect(lazy).rejects.toBeInstanceOf(KojiFault)
  })

  test('tasks are read with what was asked of them', async () => {
    const tasks = parseTasks(await (await replaying('listTasks-basic')).call('listTasks'))
    const [failed] = parseTasks(await (await replaying('listTasks-failed-decode')).call('listTasks'))

    expect(tasks[0]).toEqual({
      id: 10_731_601,
      method: 'createLiveCD',
      state: 'CLOSED',
      arch: 'x86_64',
      name: 'Fedora-Live-Workstation-x86_64',
      version: 'rawhide',
      release: '20150818',
      arches: ['x86_64'],
      createdAt: '2015-08-18T08:15:33.123Z',
      completedAt: '2015-08-18T09:38:53.123Z',
      parent: 10_731_600,
      failure: null,
    })
    expect(failed).toMatchObject({
      state: 'FAILED',
      failure: expect.stringContaining('could not create LiveCD'),
    })
  })

  test('parents, with their release in the options, are read alike', async () => {
    const [parent] = parseTasks(await (await replaying('listTasks-parentnull')).call('listTasks'))

    expect(parent).toMatchObject({
      name: 'Fedora-Live-KDE-i686',
      version: 'rawhide',
      release: '20150818',
      arches: ['i686'],
      arch: 'noarch',
      parent: null,
    })
  })

  test.each(recordings.filter(({ name }) => rebuilt(name)).map(({ name }) => name))(
    '%s is asked as the recorded client asked it',
    (name) => {
      const { request } = recording(name)
      const { method, params } = readCall(request)

      expect(bare(methodCall(method, JSON.parse(JSON.stringify(params))))).toBe(bare(request))
    },
  )
})

/** Without what our client never sends: broken XML, a dateTime, whole doubles, untyped or long ints. */
function rebuilt(name: string): boolean {
  const never = ['malformed', 'empty', 'doctype', 'noparams', 'listTasks-dateTime', 'listTasks-parentnull']
  return ![...never, 'untyped-request', 'i8-nil-request'].includes(name)
}

function bare(xml: string): string {
  return xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/<(\w+)\/>/g, '<$1></$1>')
    .trim()
}

function calls(name: string) {
  const [list] = readCall(recording(name).request).params
  return Array.isArray(list) ? list.map(() => ({ method: 'anything' })) : []
}

async function replaying(name: string): Promise<Koji> {
  const { status, type, response } = recording(name)
  const server = await stubServer((answer) => {
    answer.writeHead(status, { 'Content-Type': type, 'Koji-Version': '1.35.3' })
    answer.end(response)
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return koji({ url: `${server.url}/kojihub` })
}
