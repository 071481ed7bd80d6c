import { describe, expect, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { readPostAnswer } from '../../../jobs/plan/post-answer.ts'
import { readProduct } from './readers.ts'
import { newName, usualPost } from './builds.ts'
import type { Answer, Caller } from './caller.ts'

function show(caller: Caller, id: number, more = ''): Promise<Answer> {
  const target = `/api/v1/isos/${id}${more}`
  return caller.send(target, { headers: caller.sign(target) })
}

async function untilDone(caller: Caller, id: number): Promise<unknown> {
  const { body } = await show(caller, id, '?include_job_ids=1')
  if (readProduct(body).kind !== 'accepted') return body
  await pause(50)
  return untilDone(caller, id)
}

/** What openQA keeps of a post, and what becomes of one that it does later. */
export function productsContract(caller: () => Caller): void {
  const post = (settings: Readonly<Record<string, string>>) =>
    caller().act('/isos', { ...usualPost, BUILD: newName(), ...settings })

  describe('scheduled products', () => {
    test('a product keeps what was posted and what became of it', async () => {
      const answer = readPostAnswer((await post({ TEST: 'upload', __RUN: 'http://x/y' })).body)
      const [id, ids] = answer.kind === 'scheduled' ? [answer.productId, answer.ids] : [0, []]

      const { body } = await show(caller(), id)

      expect(body).toMatchObject({
        id,
        status: 'scheduled',
        flavor: 'Server-dvd-iso',
        gru_task_id: null,
        settings: { TEST: 'upload', __RUN: 'http://x/y' },
        results: { successful_job_ids: ids, failed_job_info: [] },
        t_created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      })
      expect(body).not.toHaveProperty('job_ids')
      expect((await show(caller(), id, '?include_job_ids=1')).body).toMatchObject({ job_ids: ids })
    })

    test('a product that failed is called scheduled too', async () => {
      const answer = readPostAnswer((await post({ FLAVOR: 'NoSuch' })).body)
      const id = answer.kind === 'refused' ? (answer.productId ?? 0) : 0

      expect((await show(caller(), id)).body).toMatchObject({
        status: 'scheduled',
        results: { error: expect.any(String) },
      })
    })

    test('an async post is answered at once without jobs, and made a moment later', async () => {
      const { status, body } = await post({ async: '1' })

      expect(status).toBe(200)
      expect(body).toEqual({
        scheduled_product_id: expect.any(Number),
        gru_task_id: expect.any(Number),
        minion_job_id: expect.any(Number),
      })
      const answer = readPostAnswer(body)
      const done = await untilDone(caller(), answer.kind === 'accepted' ? answer.productId : 0)
      expect(done).toMatchObject({ status: 'scheduled', minion_job_id: expect.any(Number) })
      expect(readProduct(done)).toMatchObject({ kind: 'scheduled', ids: { length: 7 } })
    })

    test('an async post that fails says so in its product', async () => {
      const answer = readPostAnswer((await post({ async: '1', FLAVOR: 'NoSuch' })).body)

      const done = await untilDone(caller(), answer.kind === 'accepted' ? answer.productId : 0)

      expect(done).toMatchObject({ status: 'scheduled', results: { error_code: 200 } })
      expect(readProduct(done)).toMatchObject({
        kind: 'refused',
        why: 'no products found for fedora-NoSuch-x86_64',
      })
    })
  })
}
