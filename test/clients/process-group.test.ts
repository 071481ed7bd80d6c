import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runGroup, startGroup, type Group, type GroupRun } from '../../clients/process-group.ts'

test('a program that ends by itself is told by its exit code, its output taken whole', async () => {
  const { end, text } = await run('printf "caf\\303\\251"; echo trouble >&2; exit 7')

  expect(end).toEqual({ kind: 'exited', code: 7, bytes: 5, stderr: 'trouble\n' })
  expect(text).toBe('café')
})

test('the deadline ends the whole group, since a child that lived would keep the output open', async () => {
  const { end } = await run('sleep 3600 & wait', { deadlineMs: 200 })

  expect(end).toEqual({ kind: 'deadline' })
})

test.each([
  ['in its group', 'sleep 3600 &'],
  ['in a group of its own', 'setsid sleep 3600 &'],
])('what a program leaves behind %s keeps nobody waiting', async (_, child) => {
  const { end, text } = await run(`${child} echo $! ; exit 7`, { deadlineMs: 60_000 })

  process.kill(Number(text), 'SIGKILL')
  expect(end).toMatchObject({ kind: 'exited', code: 7, bytes: text.length })
})

test('the deadline ends a run whose output is held open by what left the group', async () => {
  // It ends when nobody reads what it says any more.
  const { end, text } = await run('setsid sh -c "while echo here; do sleep 0.5; done" & exit 0', {
    deadlineMs: 4000,
  })

  expect(end).toEqual({ kind: 'deadline' })
  expect(text).toMatch(/^here/)
})

test('a group that ignores SIGTERM is killed two seconds later', async () => {
  const { end } = await run('trap "" TERM; while :; do sleep 0.1; done', { deadlineMs: 100 })

  expect(end).toEqual({ kind: 'deadline' })
})

test('too much output ends the group, and what went beyond is not taken', async () => {
  const { end, text } = await run('yes', { maxBytes: 100_000 })

  expect(end).toEqual({ kind: 'too-much' })
  expect(text.length).toBeLessThanOrEqual(100_000)
})

test('an aborted signal ends the group', async () => {
  const { end } = await run('sleep 3600', { signal: AbortSignal.timeout(100) })

  expect(end).toEqual({ kind: 'cancelled' })
})

test('a signal that was aborted before starts nothing', async () => {
  const { end } = await run('echo started', { signal: AbortSignal.abort() })

  expect(end).toEqual({ kind: 'cancelled' })
})

test('a consumer that throws ends the group and gets its own error', async () => {
  const broken = run('yes', {
    take: () => {
      throw new Error('enough')
    },
  })

  await expect(broken).rejects.toThrow('enough')
})

test('a missing program is told apart from every failure', async () => {
  const { end } = await run('', { program: 'no-such-program-anywhere' })

  expect(end).toEqual({ kind: 'not-installed' })
})

test('a program killed from outside has no exit code', async () => {
  const { end } = await run('kill -KILL $$')

  expect(end).toEqual({ kind: 'killed' })
})

test('a program that runs beside this one writes to the file it was given, and tells how it ended', async () => {
  const { group, written } = start('echo here; exit 7')

  expect(await group.ended).toBe('exit 7')
  expect(written()).toBe('here\n')
})

test('stopping a program ends what it started too', async () => {
  const { group, written } = start('sleep 3600 & echo $!; wait')
  await expect.poll(written).toMatch(/\n/)

  await group.stop()

  expect(await group.ended).toBe('SIGTERM')
  await expect.poll(() => isRunning(Number(written()))).toBe(false)
})

test('a program that has ended is signalled no more, since its number may be another process by then', async () => {
  const { group } = start('exit 0')
  await group.ended
  const signalled = vi.spyOn(process, 'kill')
  onTestFinished(() => signalled.mockRestore())

  group.kill('SIGKILL')
  await group.stop()

  expect(signalled).not.toHaveBeenCalled()
})

test('no group outlives the process that started it', async () => {
  const program = `
    import { runGroup, startGroup } from './clients/process-group.ts'
    const { pid } = startGroup('sleep', ['3600'], { env: process.env, output: 2 })
    const args = ['-c', 'echo $$; sleep 3600']
    const take = (text) => { console.log(pid, text); process.exit() }
    await runGroup({ program: 'sh', args, env: { PATH: process.env.PATH }, deadlineMs: 600000, maxBytes: 100, take })`

  const pids = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })

  const [beside = 0, ran = 0] = pids.trim().split(' ').map(Number)
  expect(Math.min(beside, ran)).toBeGreaterThan(1)
  await expect.poll(() => [isRunning(beside), isRunning(ran)]).toEqual([false, false])
})

function start(script: string): { readonly group: Group; readonly written: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-group-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'output')
  const output = openSync(file, 'a')
  const group = startGroup('/bin/sh', ['-c', script], { env: process.env, output })
  closeSync(output)
  return { group, written: () => readFileSync(file, 'utf8') }
}

/** Whether a process is there and not only waiting to be forgotten by the system. */
function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

async function run(script: string, options: Partial<GroupRun> = {}) {
  let text = ''
  const end = await runGroup({
    program: '/bin/sh',
    args: ['-c', script],
    env: { PATH: process.env['PATH'] ?? '' },
    deadlineMs: 120_000,
    maxBytes: 1_000_000,
    take: (chunk) => {
      text += chunk
    },
    ...options,
  })
  return { end, text }
}
