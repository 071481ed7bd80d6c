import { expect, test } from 'vitest'
import type { NightResult } from '../../workflows/night-run.ts'
import { nightId } from '../../compose/naming/night.ts'
import { compose } from '../../lab/usual.ts'
import { startNight } from '../../workers/start-night.ts'
import { stubServer, type StubServer } from '../clients/stub-server.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { briefly } from './brief.ts'
import { setStage, withWorker } from './stage.ts'
import { soon } from './unhurried.ts'

const date = '2026-10-06'
const wall = '<!DOCTYPE html><html><body>Checking that you are not a bot</body></html>'

/** The lab's compose tree behind a wall that shows its own page instead of every `images.json`. */
function walled(origin: string): Promise<StubServer> {
  return stubServer((response, { target }) => {
    if (target.endsWith('/images.json')) {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(wall)
      return
    }
    const passOn = async () => {
      const answer = await fetch(new URL(target, origin))
      response.writeHead(answer.status).end(await answer.text())
    }
    passOn().catch(() => response.destroy())
  })
}

test('a night whose images.json is a web page says so, posts nothing and ends unfinished', async () => {
  // It has been complete for long: the first look meets the wall.
  await using stage = await setStage(briefly('walled', [compose({ later: -400 })]), date)
  await using tree = await walled(stage.lab.tree.url)
  const { client, clock, lab } = stage
  const settings = {
    ...stage.settings,
    compose: { ...stage.settings.compose, tree: `${tree.url}/compose` },
  }
  const patience = { ...settings.patience, complete: { ...soon, deadlineMs: 20_000 } }

  const result = await withWorker({ ...stage, settings }, async (): Promise<NightResult> => {
    await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue: settings.task_queue })
    clock.begin()
    return await awaitNight(client, nightId({ stream: 'rawhide', date }))
  })

  expect(result).toMatchObject({ verdict: 'unfinished', outcome: 'unfinished-compose' })
  const [mail] = lab.inbox.mails()
  expect(mail?.subject).toContain('UNFINISHED')
  expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain('got an HTML page: Checking that you are not a bot')
  expect(lab.openqa.posts()).toEqual([])
})
