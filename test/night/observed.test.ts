import { expect, test } from 'vitest'
import { briefCompose, briefly } from './brief.ts'
import { playRawhide } from './play.ts'
import { setStage } from './stage.ts'

test('a night without an openQA key posts nothing, and says that it only observed', async () => {
  await using stage = await setStage(briefly('observed', [briefCompose()]), '2026-06-11', {
    openqaKey: 'absent',
  })

  const result = await playRawhide(stage, { await: { deadlineMs: 3000, lapMs: 3000, lookMs: 500 } })

  expect(result.verdict).toBe('unknown')
  expect(stage.lab.openqa.posts()).toEqual([])
  expect(stage.lab.inbox.mails()[0]?.text).toMatch(/observ|somebody else/i)
})
