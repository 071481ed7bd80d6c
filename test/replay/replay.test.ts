import { readdir, readFile } from 'node:fs/promises'
import type { History } from '@temporalio/common/lib/proto-utils.js'
import { Worker } from '@temporalio/worker'
import { describe, expect, test } from 'vitest'
import { workflowBundle } from '../night/stage.ts'
import { differences, factsOf } from './contents.ts'
import { heldFacts } from './held-facts.ts'
import { paths } from './paths.ts'
import { folder, historyFile, parseRecording, readRecording, recordedId } from './recording.ts'

async function replay(name: string, history: History): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: workflowBundle() }, history, recordedId(name))
}

describe('a run that was recorded', () => {
  test.each(paths)('goes on with the code of today, on the path $name', async ({ name }) => {
    const { history } = await readRecording(name)

    await expect(replay(name, history)).resolves.toBeUndefined()
  })

  test.each(paths)('holds what its path states: $name', async ({ name, start, holds }) => {
    const recording = await readRecording(name)

    expect(differences(name, factsOf(start.workflow, holds), heldFacts(recording))).toEqual([])
  })

  test('has a path', async () => {
    expect(await readdir(folder)).toEqual(paths.map(({ name }) => `${name}.json`).toSorted())
  })

  test('would be noticed if it did not go on', async () => {
    const text = await readFile(historyFile('all-passed'), 'utf8')
    const { history } = parseRecording(text.replaceAll('planCompose', 'planAnother'))

    await expect(replay('all-passed', history)).rejects.toThrow(/[Nn]ondeterminism/)
  })
})
