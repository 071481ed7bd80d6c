import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explain } from '../../cli/explain.ts'
import { runCommand } from '../../clients/command/command.ts'
import { probeFeeds, writeFeed } from '../../clients/feed-folder.ts'
import { postWebhook } from '../../clients/webhook/webhook.ts'
import { failureOf } from '../clients/failure-of.ts'
import { stubServer } from '../clients/stub-server.ts'

const repeat = 'it is not known whether it took effect; a repeat is safe, as it has the same id'

test.each([
  [
    'echo busy; exit 75',
    'it ended with exit code 75: busy; look at the program, or send the report again later',
  ],
  ['kill -9 $$', `it was killed; ${repeat}; look at the program, then send the report again`],
  [
    'yes',
    `it printed more than 1048576 bytes, and was killed; ${repeat}; look at the program, then send the report again`,
  ],
])('of a command that runs %j the advice is about the program', async (script, words) => {
  const command = { service: 'command tell', run: ['/bin/sh', '-c', script], deadlineMs: 20_000 }
  const input = { id: 'night_1', input: '{}', signal: new AbortController().signal }

  const explained = explain(await failureOf(runCommand(command, input)))

  expect(explained).toEqual({ code: 3, message: `command tell: ${words}` })
})

test('of a webhook that may have taken the report, a repeat is said to be safe', async () => {
  await using server = await stubServer((response) => response.destroy())
  const place = { service: 'webhook qa', url: server.url, deadlineMs: 5000 }
  const message = { id: 'night_1', body: '{}', signal: new AbortController().signal }

  const { code, message: words } = explain(await failureOf(postWebhook(place, Buffer.alloc(32, 7), message)))

  expect(code).toBe(3)
  expect(words).toContain(`${repeat}; try again later, or check the network`)
})

const mistake = (folder: string, why: string) => ({
  code: 2,
  message: `Atom: ${folder} cannot be used: ${why}; correct folder in the table [atom], or make it one that the workers may write to`,
})

test('an Atom folder that is missing, or is a file, is a mistake of the configuration', async () => {
  await using temporary = await mkdtempDisposable(join(tmpdir(), 'nightjar-explain-'))
  const missing = join(temporary.path, 'none')
  const file = join(temporary.path, 'file')
  await writeFile(file, '', { mode: 0o755 })

  expect(explain(await failureOf(writeFeed(missing, 'all.atom', '')))).toEqual(
    mistake(missing, 'it is not there'),
  )
  expect(explain(await failureOf(probeFeeds(missing)))).toEqual(mistake(missing, 'it is not there'))
  expect(explain(await failureOf(writeFeed(file, 'all.atom', '')))).toEqual(mistake(file, 'it is no folder'))
  expect(explain(await failureOf(probeFeeds(file)))).toEqual(mistake(file, 'it is no folder'))
})

test('an Atom folder that cannot take a file for another reason has advice about the folder', async () => {
  const explained = explain(await failureOf(writeFeed(tmpdir(), 'x'.repeat(300), '')))

  const why = 'ENAMETOOLONG: name too long'
  const message = `Atom: ${tmpdir()} cannot be used: ${why}; look at this folder and its disk`
  expect(explained).toEqual({ code: 3, message })
})
