import { describe, expect, test } from 'vitest'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { systemChanges } from '../../../jobs/system/system-changes.ts'
import { nightlyTemplates } from '../../../lab/openqa/products/nightly.ts'
import type { JobScript } from '../../../lab/script.ts'
import { installedSystemOf, type InstalledSystemLook } from '../../../sources/changes/installed-system.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { timedLab } from '../../lab/openqa-lab.ts'

const details = JSON.stringify({ job: { ulogs: ['_collect_data-rpms.nevra.csv', '_collect_data-free.log'] } })

/** What is found if openQA answers so; a text stands for a 200, a number for another status. */
async function found(answers: Readonly<Record<string, string | number>>): Promise<InstalledSystemLook> {
  await using server = await stubServer((response, { target }) => {
    const answer = answers[target.split('/').at(-1) ?? ''] ?? 404
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.end(answer)
  })
  return await installedSystemOf(openQa({ url: `${server.url}/base/` }), 7)
}

describe('the system that a job installed', () => {
  test('is in its uploads', async () => {
    await using server = await stubServer((response, { target }) =>
      response.end(target.endsWith('details') ? details : 'bash,(none),5.3,1,x86_64'),
    )

    const look = await installedSystemOf(openQa({ url: `${server.url}/base/`, key: 'k', secret: 's' }), 7)

    expect(look).toMatchObject({ kind: 'there', system: { packages: new Map([['bash', '5.3-1']]) } })
    expect(server.arrived.map(({ target }) => target).toSorted()).toEqual([
      '/base/api/v1/jobs/7/details',
      '/base/tests/7/file/_collect_data-free.log',
      '/base/tests/7/file/_collect_data-rpms.nevra.csv',
    ])
    const files = server.arrived.filter(({ target }) => target.includes('/file/'))
    expect(files.map(({ headers }) => headers['x-api-key'])).toEqual([undefined, undefined])
  })

  test.each([
    ['has no uploads', { details: '{"job":{"ulogs":[]}}' }],
    ['does not exist', { details: 404 }],
    ['has lost its files', { details }],
  ])('is absent for a job that %s', async (_, answers) => {
    expect(await found(answers)).toEqual({ kind: 'absent' })
  })

  test.each([
    ['the job', { details: 502 }],
    ['a file', { details, '_collect_data-rpms.nevra.csv': '', '_collect_data-free.log': 503 }],
  ])('is unreachable if %s is', async (_, answers) => {
    expect(await found(answers)).toMatchObject({ kind: 'unreachable' })
  })

  test.each([
    ['a web page for the job', { details: '<html><title>Are you a bot?</title></html>' }],
    [
      'a file that is too large',
      { details, '_collect_data-rpms.nevra.csv': '', '_collect_data-free.log': 'x'.repeat(2 ** 21 + 1) },
    ],
  ])('is garbled in %s', async (_, answers) => {
    expect(await found(answers)).toMatchObject({ kind: 'garbled', why: expect.stringMatching(/^.{20,400}$/) })
  })
})

/** What the jobs of one post to the lab uploaded. */
async function uploaded(outcomes: readonly JobScript[]): Promise<InstalledSystemLook[]> {
  const { client, post, at } = await timedLab({ templates: nightlyTemplates, outcomes: () => outcomes })
  const ids = await post()
  at(1000)
  return await Promise.all(ids.map((id) => installedSystemOf(client, id)))
}

describe('the lab', () => {
  test('has the same installed systems every night, and none for other tests', async () => {
    const [one, other] = [await uploaded([]), await uploaded([])]
    const systems = one.filter(({ kind }) => kind === 'there')

    expect(one).toEqual(other)
    expect(systems.length).toBeGreaterThan(3)
    expect(systems.length).toBeLessThan(one.length)
    expect(systems[0]).toMatchObject({
      system: { packages: expect.any(Map), services: expect.any(Object), memoryUsedMiB: expect.any(Number) },
    })
    expect(systems.map((each) => (each.kind === 'there' ? each.system.skipped : 1))).not.toContain(1)
  })

  test('has other systems if a script of jobs says so', async () => {
    const script: JobScript = {
      test: 'install_default_upload',
      result: 'passed',
      uploads: { 'services.log': 'sshd.service\nmcelog.service\n' },
    }
    const looks = [await uploaded([]), await uploaded([script])]

    const [before = [], after = []] = looks.map((all) =>
      all.flatMap((look) => (look.kind === 'there' ? [look.system] : [])),
    )
    const changed = before.flatMap((system, at) => {
      const now = after[at]
      return now === undefined ? [] : [systemChanges(system, now).services]
    })
    expect(changed.filter((changes) => changes?.appeared.includes('mcelog.service'))).toHaveLength(1)
    expect(changed.flatMap((changes) => changes?.gone)).toContain('chronyd.service')
  })
})
