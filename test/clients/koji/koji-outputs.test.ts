import { expect, test } from 'vitest'
import { koji, type Koji } from '../../../clients/koji/koji.ts'
import { listOutputs } from '../../../clients/koji/koji-outputs.ts'
import { startKojiHub } from '../../../lab/koji/hub.ts'
import { hubTask } from '../../lab/hub-task.ts'

const tasks = Array.from({ length: 60 }, (_, nth) =>
  hubTask({ id: 1000 + nth, output: [{ name: `image-${nth}.iso`, bytes: 1 }] }),
)

test('the files of many tasks come in their order, some dozens of tasks a request', async () => {
  const hub = await startKojiHub({ tasks: () => tasks })
  const ids = tasks.map(({ id }) => id).toReversed()

  const outputs = await listOutputs(koji({ url: hub.url }), ids, String)
  const requests = hub.requests()
  await hub.close()

  expect(outputs).toEqual(ids.map((id) => `image-${id - 1000}.iso`))
  expect(requests).toBe(3)
})

test('one that fails makes all fail: a part of the files is no answer', async () => {
  const gone = { code: 1000, text: "Task doesn't exist" }
  const hub: Koji = {
    call: () => Promise.reject(new Error('not asked')),
    multiCall: () =>
      Promise.resolve([
        { ok: true, value: [] },
        { ok: false, fault: gone },
      ]),
  }

  const asked = listOutputs(hub, [1000, 1001], String)

  await expect(asked).rejects.toThrow(
    "listTaskOutput of 1001 is answered with fault 1000: Task doesn't exist",
  )
})
