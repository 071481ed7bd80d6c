import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Worker } from '@temporalio/worker'
import { describe, expect, test } from 'vitest'
import { workflowBundle } from '../night/stage.ts'
import { historyFile, paths } from './paths.ts'

const histories = globSync(historyFile('*'))

describe('a night that began with the code that was shipped', () => {
  test.each(histories.map((file) => ({ file, name: basename(file, '.json') })))(
    'goes on with the code of today, on the path $name',
    async ({ file }) => {
      const history: unknown = JSON.parse(await readFile(file, 'utf8'))

      const replay = Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history)

      await expect(replay).resolves.toBeUndefined()
    },
  )

  test('has a history for every path that is shipped', () => {
    expect(histories.map((file) => basename(file, '.json')).toSorted()).toEqual(
      expect.arrayContaining(paths.map(({ name }) => name).toSorted()),
    )
  })

  test('would be noticed if it did not', async () => {
    const text = await readFile(historyFile('good'), 'utf8')
    const changed: unknown = JSON.parse(text.replaceAll('planCompose', 'planAnother'))

    const replay = Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, changed)

    await expect(replay).rejects.toThrow(/[Nn]ondeterminism/)
  })
})
