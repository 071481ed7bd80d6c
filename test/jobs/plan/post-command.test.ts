import { execFileSync } from 'node:child_process'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { postCommand } from '../../../jobs/plan/post-command.ts'

test('a shell hands every setting to openqa-cli exactly as it is', () => {
  const touchy = [
    'a',
    ' ',
    "'",
    '"',
    '`',
    '$',
    '\\',
    ';',
    '&',
    '|',
    '<',
    '(',
    '*',
    '~',
    '#',
    '!',
    '=',
    '\n',
    'é',
  ]
  const value = fc.string({ unit: fc.constantFrom(...touchy) })
  fc.assert(
    fc.property(value, (text) => {
      const words = postCommand('https://openqa.example', { settings: { TEXT: text } })

      const argv = execFileSync('sh', ['-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' }).split('\0')
      expect(argv.at(-2)).toBe(`TEXT=${text}`)
      expect(argv).toHaveLength(9)
    }),
    { numRuns: 60 },
  )
})

test('of commands that are piped to a shell none takes the others for its input', () => {
  // More than a shell reads ahead.
  const long = Array.from({ length: 30 }, (_, at) => `${at} ${'x'.repeat(1000)}`)
  const commands = long.map((text) => postCommand('https://openqa.example', { settings: { TEXT: text } }))
  const reader = ['reader() { cat; echo "$7"; }', 'alias openqa-cli=reader']

  const said = execFileSync('sh', [], { input: [...reader, ...commands].join('\n'), encoding: 'utf8' })

  expect(said).toBe(long.map((text) => `TEXT=${text}\n`).join(''))
})
