import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { awaitNight } from '../../workers/await-night.ts'
import { startChild } from '../../workers/child.ts'
import { freePort } from '../../workers/temporal/free-port.ts'
import { ownDatabase } from '../archive/own-database.ts'
import { briefCompose, briefly } from './brief.ts'
import { setStage } from './stage.ts'
import { idOf, startRawhide } from './traces.ts'

const logLine = z.object({
  time: z.iso.datetime(),
  level: z.string(),
  message: z.string(),
  night: z.string().optional(),
})

test('a worker tells of its nights in a log, in metrics and in its health', async () => {
  const database = await ownDatabase()
  await using stage = await setStage(briefly('watched', [briefCompose()]), '2026-02-11', { database })
  const log = join(stage.folder, 'worker.log')
  const listen = `127.0.0.1:${await freePort()}`
  const worker = startChild(process.execPath, ['cli/main.ts', 'worker', '--config', stage.file], {
    log,
    environment: { TEMPORAL_ADDRESS: stage.place.options.address, NIGHTJAR_LISTEN: listen },
  })
  await using _ = { [Symbol.asyncDispose]: () => worker.stop() }
  const ask = (path: string) => fetch(`http://${listen}${path}`)
  const id = idOf(stage)
  await startRawhide(stage)
  stage.clock.begin()
  await awaitNight(stage.client, id)

  const metrics = await (await ask('/metrics')).text()
  const ready = await ask('/ready')
  expect([(await ask('/live')).status, ready.status]).toEqual([200, 200])
  expect(metrics).toMatch(/nightjar_looks_total\{[^}]*outcome="seen"[^}]*stage="complete"/)
  expect(metrics).toMatch(/nightjar_nights_total\{[^}]*stream="rawhide"[^}]*verdict="passed"[^}]*\} 1/)
  expect(metrics).toMatch(/nightjar_stage_seconds_count\{[^}]*stage="await"[^}]*\} 1/)
  for (const service of ['openqa', 'koji', 'trees'])
    expect(metrics).toMatch(
      new RegExp(`nightjar_requests_total\\{[^}]*outcome="2xx"[^}]*service="${service}"`),
    )
  expect(metrics).toMatch(/^nightjar_archive_up 1$/m)
  expect(metrics).toMatch(/^nightjar_last_report_timestamp_seconds\{stream="rawhide"\} \d+/m)
  expect(metrics).toContain('temporal_')
  const inRules = readFileSync('deploy/prometheus/nightjar.rules.yml', 'utf8').match(/nightjar_\w+/g) ?? []
  expect(inRules.filter((name) => !metrics.includes(name))).toEqual([])
  const told = linesIn(log)
  const ofNight = told.filter(({ night }) => night === id).map(({ message }) => message)
  expect(ofNight.filter((message) => message === 'await: begun')).toHaveLength(1)
  expect(ofNight.filter((message) => message.startsWith('post ')).length).toBe(
    stage.lab.openqa.posts().length,
  )
  expect(ofNight).toContainEqual(expect.stringMatching(/^report, edition 1: \[Rawhide\] .* PASSED/))
  expect(told.map(({ message }) => message)).toContain('mail of edition 1, try 1: delivered 1')

  await database.takeAway()
  const away = await ask('/ready')
  expect(away.status).toBe(503)
  expect(await away.json()).toMatchObject({ ready: false, workers: 'ok', temporal: 'ok' })
  expect((await ask('/live')).status).toBe(200)
  expect(await (await ask('/metrics')).text()).toMatch(/^nightjar_archive_up 0$/m)

  await worker.stop()
  expect(linesIn(log).at(-1)?.message).toBe(
    'worker: stopped as it was told; nights go on with the next worker',
  )
})

function linesIn(log: string) {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => logLine.parse(JSON.parse(line)))
}
