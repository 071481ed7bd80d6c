import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const main = resolve('cli/main.ts')

test('a second demo leaves the first alone, which is kept while it runs and afterwards', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-two-demos-'))
  const first = demoIn(folder.path, '--keep')
  await expect.poll(() => first.said()).toContain('Everything keeps running')
  const [, inbox = ''] = /the mails in (http\S+)\./.exec(first.said()) ?? []
  const [kept = ''] = readdirSync(join(folder.path, '.nightjar/demos'))

  const second = demoIn(folder.path)

  expect(await second.ended).toEqual({ code: 0, err: '' })
  expect(second.said()).not.toContain('files of this demo')
  expect(readdirSync(join(folder.path, '.nightjar/demos'))).toEqual([kept])
  expect((await fetch(inbox)).status).toBe(200)

  first.child.kill('SIGINT')
  expect(await first.ended).toEqual({ code: 0, err: '' })
  const place = join(folder.path, '.nightjar/demos', kept)
  expect(first.said()).toContain(`The files of this demo are in ${place}`)
  expect(existsSync(join(place, 'worker.log'))).toBe(true)
})

test('a demo that is stopped leaves nothing behind', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-stopped-demo-'))
  const demo = demoIn(folder.path)
  await expect.poll(() => demo.said()).toContain("Temporal's UI")

  demo.child.kill('SIGINT')

  expect(await demo.ended).toEqual({ code: 130, err: 'nightjar: stopped\n' })
  expect(readdirSync(join(folder.path, '.nightjar/demos'))).toEqual([])
})

/** Plays the failures of a night in a working folder, as a person would. */
function demoIn(cwd: string, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
  const child = spawn(process.execPath, [main, 'demo', ...args], { cwd, env })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, err: said.err }))
  return { child, ended, said: () => said.out }
}
