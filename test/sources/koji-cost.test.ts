import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { startKojiHub } from '../../lab/koji/hub.ts'
import { childRequest } from '../../lab/koji/maker.ts'
import { hubTask } from '../lab/hub-task.ts'

const program = fileURLToPath(new URL('fixtures/judge-tasks.ts', import.meta.url))

test('2,000 tasks are judged without keeping what the hub said of them', async () => {
  const made = { name: 'Fedora-Live-KDE-x86_64', version: 'rawhide', release: '20150818', arch: 'x86_64' }
  // As large as a recorded row: 5 KB on the wire.
  const request = [...childRequest(made), { ks: 'x'.repeat(3000), ...made }]
  const methods = ['createLiveCD', 'createAppliance', 'createImage', 'createLiveMedia']
  const rows = Array.from({ length: 2000 }, (_, id) =>
    hubTask({
      id,
      parent: 1,
      method: methods[id % 4] ?? '',
      arch: 'x86_64',
      state: id === 7 ? 1 : 2,
      request,
    }),
  )
  const hub = await startKojiHub({ tasks: () => rows })
  onTestFinished(() => hub.close())

  const { stdout } = await promisify(execFile)(process.execPath, [program, hub.url])

  const { said, megabytes } = JSON.parse(stdout)
  expect(said).toBe('1 of 2000 Koji tasks is open')
  expect(megabytes).toBeLessThan(80)
})
