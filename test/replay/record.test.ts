import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { playNight } from '../night/play.ts'
import { setStage, type Stage } from '../night/stage.ts'
import { temporalCli } from '../../workers/temporal/temporal-cli.ts'
import { historyFile, paths } from './paths.ts'

/** Left out of the suite: `NIGHTJAR_RECORD=1 bin/test test/replay/record` plays every path and writes its history anew. */
describe.concurrent('recording of', () => {
  test.each(paths.map((path, nth) => ({ ...path, date: `2026-05-${10 + nth}` })))(
    'the path $name: its night ends $ends',
    async ({ name, scenario, stage: options, patience, ends, date }) => {
      await using stage = await setStage(scenario, date, options)
      const stream = scenario.nights[0]?.stream ?? 'rawhide'

      const result = await playNight(stage, stream, patience)

      expect(result.verdict).toBe(ends)
      const history = await fetchHistory(stage, nightId({ stream, date }))
      await writeFile(historyFile(name), `${JSON.stringify(history)}\n`)
    },
  )
})

async function fetchHistory({ place }: Stage, workflowId: string): Promise<unknown> {
  const args = ['workflow', 'show', '--workflow-id', workflowId, '--output', 'json']
  const { stdout } = await promisify(execFile)(
    await temporalCli(),
    [...args, '--address', place.options.address],
    { maxBuffer: 16 * 2 ** 20 },
  )
  return JSON.parse(stdout, withoutIdentity)
}

/** Which machine recorded a history is nobody's business. */
function withoutIdentity(key: string, value: unknown): unknown {
  return key === 'identity' ? 'nightjar' : value
}
