import { expect, onTestFinished, test } from 'vitest'
import { startKojiHub } from '../../lab/koji/hub.ts'
import { hubTasks } from '../../lab/koji/tasks.ts'
import { mashTasks } from '../../lab/mash/mash-tasks.ts'
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

  const said = await askInPython(hub.url, failed?.id ?? 0)

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
