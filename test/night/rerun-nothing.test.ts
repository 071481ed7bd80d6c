import { expect, test } from 'vitest'
import { nightjar } from './nightjar.ts'
import { asJson, brokenStage, playToItsEnd, restartsOf } from './ordered.ts'
import { listed } from './play.ts'
import { withWorker } from './stage.ts'

test('an order that comes to nothing leaves an ended night as it was, says so, and is kept with the next', async () => {
  await using stage = await brokenStage('rerun-nothing', '2026-08-17')
  const night = `nightly/rawhide/${stage.date}`

  await withWorker(stage, async () => {
    await playToItsEnd(stage)

    const none = await asJson(stage, 'rerun', night, '--job', '99999', '--wait')
    expect(none).toMatchObject({
      code: 1,
      json: {
        answer: 'taken',
        newRun: true,
        became: 'not done: this compose has no job 99999',
        result: { verdict: 'broken', edition: 1 },
      },
    })
    expect(restartsOf(stage)).toBe(0)
    const { runId: run } = await stage.client.workflow.getHandle(night).describe()
    const shown = await nightjar(stage, 'show', night)
    expect(shown.out).toMatch(new RegExp(`^${night}: broken `))
    const ofRun = `WorkflowId = "${night}" and RunId = "${run}"`
    await listed(stage, `${ofRun} and DueDate = "${stage.date}" and Verdict = "broken" and Stage = "over"`)

    const mended = await asJson(stage, 'rerun', night, '--wait')
    expect(mended).toMatchObject({ code: 0, json: { result: { verdict: 'passed', edition: 2 } } })
    const orders = await nightjar(stage, 'show', night)
    expect(orders.out).toMatch(/run job 99999 again .*not done: this compose has no job 99999/)
    expect(orders.out).toMatch(/run what failed again .*restarted 1 of 1 jobs/)
  })
})
