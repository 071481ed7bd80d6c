import { randomUUID } from 'node:crypto'
import { msToTs } from '@temporalio/common/lib/time.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../../workers/temporal/free-port.ts'
import { printed } from '../../cli/json/printed.ts'
import { install, lines, type Installation } from './installation.ts'
import { stuckNight } from './stuck-night.ts'

let sound: Installation

beforeAll(async () => {
  sound = await install('2026-12-01')
})

afterAll(() => sound[Symbol.asyncDispose]())

test('an installation in which all is well is told so in the first line, exit code 0', async () => {
  const { code, out } = await sound.inWords()

  expect(out).toMatch(/^All is well\.\n/)
  expect(code).toBe(0)
  expect(out).not.toContain('\u001B')
  for (const about of [
    'configuration',
    'Temporal',
    'search attributes',
    'Schedule of rawhide',
    'stuck nights',
  ])
    expect(out).toContain(`ok         ${about}: `)
  for (const about of ['archive', 'reports of Branched', 'openQA key', 'mail', 'mirror', 'Koji', 'clock'])
    expect(out).toContain(`ok         ${about}: `)
  expect(sound.stage.lab.inbox.deliveries()).toEqual([])
  const json = await sound.doctor()
  expect(printed('nightjar/doctor/2', json.out)).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ about: 'openQA', state: 'ok', todo: null })]),
  })
})

test('a Temporal server that is down is told, and all else all the same, exit code 3', async () => {
  const address = `127.0.0.1:${await freePort()}`

  const { code, ill } = await sound.doctor({ env: { TEMPORAL_ADDRESS: address } })

  expect(code).toBe(3)
  expect(lines(ill)).toEqual([
    expect.stringMatching(
      new RegExp(`^no answer Temporal: expected a Temporal server at ${address}.*TEMPORAL_ADDRESS`),
    ),
    expect.stringMatching(/^no answer nights: Schedules, workers and stuck nights are not known/),
  ])
})

test('a wrong namespace is told with the variable that names it, exit code 1', async () => {
  const { code, ill } = await sound.doctor({ env: { TEMPORAL_NAMESPACE: 'fedora-qa' } })

  expect(code).toBe(1)
  expect(lines(ill)).toEqual([
    expect.stringMatching(/^problem Temporal: .*the namespace fedora-qa .*\(set TEMPORAL_NAMESPACE/),
    expect.stringMatching(/^no answer nights: /),
  ])
})

test('a namespace without the search attributes, Schedules and workers is told so, each by itself', async () => {
  const namespace = `bare-${randomUUID()}`
  await sound.client.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  })

  const ill = async () => lines((await sound.doctor({ env: { TEMPORAL_NAMESPACE: namespace } })).ill)

  await expect
    .poll(ill)
    .toEqual([
      expect.stringMatching(
        new RegExp(
          `^problem search attributes: .* lacks Stream, DueDate, ComposeId, Stage, Verdict; .*--namespace ${namespace} --name Stream`,
        ),
      ),
      'problem Schedule of rawhide: there is no Schedule nightly-rawhide, so no night is opened (nightjar schedule apply)',
      'problem Schedule of branched: there is no Schedule nightly-branched, so no night is opened (nightjar schedule apply)',
      ...['', '-openqa', '-koji', '-trees'].map((service) =>
        expect.stringMatching(
          new RegExp(
            `^problem worker of \\S+${service}: no worker polls the task queue .*systemctl start nightjar`,
          ),
        ),
      ),
    ])
})

function laterBranched(text: string): string {
  return `${text}\n[stream.branched]\nat = "08:15"\n`
}

function withoutWorkers(text: string): string {
  return text.replace(/task_queue = .*/, 'task_queue = "nobody"')
}

test('a paused Schedule, and one that is not as the configuration says', async () => {
  const handle = sound.client.schedule.getHandle('nightly-rawhide')
  await handle.pause('openQA moves')

  const { ill } = await sound.doctor({ config: laterBranched })
  await handle.unpause()

  expect(lines(ill)).toEqual([
    expect.stringMatching(/^problem Schedule of rawhide: nightly-rawhide is paused, .*--unpause/),
    expect.stringMatching(
      /^problem Schedule of branched: .* 07:15 UTC, not at 08:15 UTC \(nightjar schedule apply\)/,
    ),
  ])
})

test('a task queue that no worker serves', async () => {
  const { code, ill } = await sound.doctor({ config: withoutWorkers })

  expect(code).toBe(1)
  expect(lines(ill)).toEqual([
    expect.stringMatching(
      /^problem worker of nobody: no worker polls the task queue nobody for workflows and activities/,
    ),
    expect.stringMatching(/^problem worker of nobody-openqa: no worker .* for activities .*--queues openqa/),
    expect.stringMatching(/^problem worker of nobody-koji: /),
    expect.stringMatching(/^problem worker of nobody-trees: /),
  ])
})

test('a night that stands still is named', async () => {
  const workflowId = 'nightly/rawhide/2026-11-30'
  await using _ = await stuckNight(sound.client, workflowId)

  const ill = async () => lines((await sound.doctor()).ill)

  await expect
    .poll(ill, { interval: 5000 })
    .toEqual([
      expect.stringMatching(
        new RegExp(
          `^problem ${workflowId}: it stands still: .*WorkflowTaskFailed.*--workflow-id ${workflowId}`,
        ),
      ),
    ])
})

test('a worker that was just stopped does not count, though Temporal still lists it', async () => {
  await using own = await install('2026-12-03')
  const { task_queue: queue } = own.stage.settings
  const serving = await own.inWords()

  await own.stopWorker()

  expect(serving.out).toMatch(/worker of \S+: one polls the task queue, last seen \d+ s ago\n/)
  const { pollers } = await own.client.workflowService.describeTaskQueue({
    namespace: 'default',
    taskQueue: { name: queue },
    taskQueueType: 1,
  })
  expect(pollers).toHaveLength(1)
  const { code, ill } = await own.doctor()
  expect(code).toBe(1)
  expect(ill.map(({ about }) => about)).toEqual(
    ['', '-openqa', '-koji', '-trees'].map((service) => `worker of ${queue}${service}`),
  )
  expect(ill[0]?.said).toMatch(/ for workflows and activities since \d{4}-/)
})
