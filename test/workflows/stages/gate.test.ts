import { expect, test } from 'vitest'
import { gate } from '../../../workflows/stages/gate.ts'

test('no more acts run at a time than the gate is wide', async () => {
  const through = gate(3)
  let running = 0
  let most = 0

  await Promise.all(
    Array.from({ length: 20 }, () =>
      through(async () => {
        most = Math.max(most, ++running)
        await Promise.resolve()
        running--
      }),
    ),
  )

  expect(most).toBe(3)
})

test('every act has its first try before one that failed has its second', async () => {
  const through = gate(2)
  const tries: string[] = []
  const act = (name: string) =>
    through(() => {
      tries.push(name)
      return Promise.reject(new Error('503'))
    })

  await Promise.all(
    ['one', 'two', 'three', 'four', 'five'].map(async (name) => {
      for (let nth = 1; nth <= 2; nth++) await act(`${name} ${nth}`).catch(() => null)
    }),
  )

  expect(tries.slice(0, 5).toSorted()).toEqual(['five 1', 'four 1', 'one 1', 'three 1', 'two 1'])
  expect(tries).toHaveLength(10)
})

test('an act that fails lets the next one through', async () => {
  const through = gate(1)

  const failed = through(() => Promise.reject(new Error('503')))
  const next = through(() => Promise.resolve('done'))

  await expect(failed).rejects.toThrow('503')
  expect(await next).toBe('done')
})
