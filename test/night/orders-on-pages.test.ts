import { randomUUID } from 'node:crypto'
import { appendFile, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { startChild } from '../../workers/child.ts'
import { brokenStage, play, progressOf, stayOpen } from './ordered.ts'
import { withWorker } from './stage.ts'

const origin = 'https://nightjar.example.org'
const headers = { 'X-Forwarded-User': 'ada', Origin: origin }

test('an order on a page is taken once, however often its form is sent', async () => {
  await using stage = await brokenStage('on-pages', '2026-06-14', stayOpen)
  const { file, folder, place, date } = stage
  const run = `nightly/rawhide/${date}`
  await appendFile(file, `\n[web]\nurl = "${origin}"\nuser_header = "X-Forwarded-User"\n`)

  await withWorker(stage, async () => {
    await play(stage)
    const log = `${folder}/web.log`
    const web = startChild(
      process.execPath,
      ['cli/main.ts', 'web', '--config', file, '--listen', '127.0.0.1:0'],
      {
        log,
        environment: { TEMPORAL_ADDRESS: place.options.address },
      },
    )
    await expect.poll(() => readFile(log, 'utf8')).toContain('Ctrl-C stops')
    const url = /http:\/\/\S+\d/.exec(await readFile(log, 'utf8'))?.[0] ?? ''
    const path = `${url}/order/rawhide/${date}`
    const body = () => new URLSearchParams({ order: 'cancel', id, why: 'the test is over' })
    const id = randomUUID()

    const form = await (await fetch(path, { headers })).text()
    const first = await fetch(path, { method: 'POST', headers, body: body() })
    await fetch(path, { method: 'POST', headers, body: body() })
    await stage.client.workflow.getHandle(run).result()
    await web.stop()

    expect(form).toContain('value="test:base_selinux"')
    expect(first.status).toBe(200)
    expect(await first.text()).toContain(`${run} stops.`)
    expect((await progressOf(stage)).orders?.map(({ name, by, why }) => [name, by, why])).toEqual([
      ['cancel', 'ada', 'the test is over'],
    ])
  })
})
