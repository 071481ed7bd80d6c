import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { printWidth }: { printWidth: number } = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8'))
const written = ['*.ts', '*.py', '*.sh', '*.toml', '*.yml', 'bin/*', '.ci/*', 'deploy/*', 'Dockerfile']
const comment = /^\s*(?:\/\*\*?|\*|\/\/|#)(?:\s|$)/

test('no line of a comment is wider than the print width', () => {
  const files = execFileSync('git', ['ls-files', ...written], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((text, at) => ({ text, place: `${file}:${at + 1}` }))
      .filter(({ text }) => comment.test(text)),
  )

  expect(lines.length).toBeGreaterThan(2000)
  expect(lines.filter(({ text }) => text.length > printWidth).map(({ place }) => place)).toEqual([])
})
