import { describe, expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'

describe.concurrent('a wrong order is told in one line', () => {
  test.each([
    [['accept', 'rawhide', 'koji'], 'say why with --why'],
    [['finish', 'rawhide'], 'say why with --why'],
    [['cancel', 'rawhide', '--why', ' '], 'say why with --why'],
    [['accept', 'rawhide', 'koji', 'KDE live x86_64', '--why', 'x'], 'by themselves'],
    [['accept', 'rawhide', 'test:x', '--until', '2026-13-01', '--why', 'x'], 'expected a date'],
    [['extend', 'rawhide', 'tomorrow'], 'expected 4h, 90min or "until 18:00"'],
    [['rerun', 'rawhide', '--all', '--bug', 'rhbz#1'], 'choose one of --all and --bug'],
    [['rerun', 'rawhide', '--job', 'x'], 'expected the id of a job'],
    [['rerun', 'rawhide', '--from', 'watch'], 'Allowed choices are find'],
    [['rerun'], "missing required argument 'night'"],
  ])('%j, exit code 2', async (args, said) => {
    const { code, stdout, stderr } = await nightjar(...args)

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
  })

  test.each(['rerun', 'accept', 'extend', 'finish', 'cancel', 'look'])(
    '%s --help has examples, in lines of a terminal',
    async (command) => {
      const { code, stdout } = await nightjar(command, '--help')

      expect(code).toBe(0)
      expect(stdout).toContain(`Examples:\n  nightjar ${command} `)
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    },
  )
})
