import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, ownFolder } from './run-in.ts'

const database = 'postgresql://n:hunter2@db.example.org/nightjar'

const script = '/usr/bin/script'

/** Answers the questions at a terminal, each when it is asked. */
async function atTerminal(folder: string, answers: readonly (readonly [string, string])[]) {
  const command = `${process.execPath} ${resolve('cli/main.ts')} init --root ${folder}`
  const env = { PATH: process.env['PATH'], HOME: folder, TERM: 'dumb' }
  const child = spawn(script, ['-qec', command, '/dev/null'], { env, cwd: folder })
  let said = ''
  let left = answers
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
    const [next, ...more] = left
    if (next === undefined || !said.slice(said.lastIndexOf('\n', said.length - 2) + 1).includes(next[0]))
      return
    left = more
    child.stdin.write(next[1])
  })
  const [code]: unknown[] = await once(child, 'close')
  return { code, said, left }
}

test.runIf(existsSync(script))(
  'at a terminal it asks, hides the database, shows the files and writes them',
  async () => {
    const folder = ownFolder()
    const { code, said, left } = await atTerminal(folder, [
      ['For the whole machine', 'machine\r'],
      ['openQA [', '\r'],
      ['Arches', '\r'],
      ['Temporal server', 'temporal.example.org:7233\r'],
      ['web UI', '\r'],
      ['PostgreSQL database', `${database}\r`],
      ['Mail server', '\r'],
      ['Write these files?', 'yes\r'],
    ])

    expect(left).toEqual([])
    expect(code).toBe(0)
    expect(said).not.toContain('hunter2')
    expect(readFileSync(join(folder, 'etc/nightjar/credentials/database-url'), 'utf8')).toBe(`${database}\n`)
  },
)

test.runIf(existsSync(script))('at a terminal an answer that is wrong is asked for again', async () => {
  const folder = ownFolder()
  const { code, said, left } = await atTerminal(folder, [
    ['For the whole machine', 'both\r'],
    ['For the whole machine', 'machine\r'],
    ['openQA [', 'openqa\r'],
    ['openQA [', '\r'],
    ['Arches', ',\r'],
    ['Arches', '\r'],
    ['Temporal server', 'no port\r'],
    ['Temporal server', '\r'],
    ['web UI', 'ui\r'],
    ['web UI', '\r'],
    ['PostgreSQL database', 'hunter2\r'],
    ['PostgreSQL database', `${database}\r`],
    ['Mail server', 'localhost\r'],
    ['Sender', '\r'],
    ['Sender', 'n@example.org\r'],
    ['Recipients', '\r'],
    ['Recipients', 'a@x.org\r'],
    ['Write these files?', 'yes\r'],
  ])

  expect(left).toEqual([])
  expect(code).toBe(0)
  expect(said).toContain('  expected "machine" or "user", got "both"')
  expect(said).toContain('  expected one mail address, got ""')
  expect(said).not.toContain('hunter2')
})

test.runIf(existsSync(script)).each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s in the middle writes nothing', async (_, key) => {
  const folder = ownFolder()
  const { code, said } = await atTerminal(folder, [
    ['For the whole machine', 'machine\r'],
    ['openQA [', key],
  ])

  expect(code).toBe(130)
  expect(said).toContain('stopped; nothing was written')
  expect(filesIn(folder)).toEqual([])
})
