import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { secretNames } from '../workers/config/secret-of.ts'
import { tableOf } from './markdown.ts'

const rows = tableOf(readFileSync('docs/security.md', 'utf8'), 'who')

test('each outside party has what stops it, and tests that are there', () => {
  const tests = rows.map(([, , , paths = '']) =>
    [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  )

  expect(rows.length).toBeGreaterThan(15)
  expect(rows.flat().filter((cell) => cell === '')).toEqual([])
  expect(tests.flat().filter((path) => !path.endsWith('.test.ts') || !existsSync(path))).toEqual([])
})

test('the lock file has the hash of each package, and comes from one registry', () => {
  const { packages }: { packages: Record<string, { integrity?: string; resolved?: string }> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  )
  const names = Object.keys(packages).filter((name) => name !== '')

  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => !packages[name]?.integrity?.startsWith('sha512-'))).toEqual([])
  expect(
    names.filter((name) => !/^https:\/\/registry\.npmjs\.org\/|^$/.test(packages[name]?.resolved ?? '')),
  ).toEqual([])
})

test('packages run no code at their installation', () => {
  for (const file of ['bin/setup', 'Dockerfile'])
    for (const [line] of readFileSync(file, 'utf8').matchAll(/^.*\bnpm (?:ci|install)\b(?:.*\\\n)*.*$/gm))
      expect(line).toContain('--ignore-scripts')
})

test('every secret is planted in a night', () => {
  const night = readFileSync('test/night/planted-secrets.test.ts', 'utf8')

  expect(secretNames.filter((name) => !night.includes(`${name}:`))).toEqual([])
})
