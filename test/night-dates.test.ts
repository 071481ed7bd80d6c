import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The dates in the quotes of a file, of which its tests make nights. */
function datesIn(file: string): ReadonlySet<string> {
  return new Set(readFileSync(file, 'utf8').match(/(?<=['"`])20\d\d-[01]\d-[0-3]\d(?=['"`])/g))
}

test('no two files of nights have a night of the same date: they share a Temporal server', () => {
  const files = ['night', 'drills'].map((folder) => globSync(`test/${folder}/**/*.ts`))
  const shared = files.flatMap((group) => {
    const byDate = new Map<string, readonly string[]>()
    for (const file of group)
      for (const date of datesIn(file)) byDate.set(date, [...(byDate.get(date) ?? []), file])
    return [...byDate].filter(([, all]) => all.length > 1)
  })

  expect(files.flat().length).toBeGreaterThan(60)
  expect(shared).toEqual([])
})
