import { describe, expect, test } from 'vitest'
import type { InstalledSystem } from '../../../jobs/system/installed-system.ts'
import { systemChanges } from '../../../jobs/system/system-changes.ts'

const nothing: InstalledSystem = {
  packages: null,
  services: null,
  memoryUsedMiB: null,
  diskUsedMiB: null,
  skipped: 0,
}

function systemOf(parts: Partial<InstalledSystem>): InstalledSystem {
  return { ...nothing, ...parts }
}

function services(active: readonly string[], failed: readonly string[] = []) {
  return systemOf({ services: { active: new Set(active), failed: new Set(failed) } })
}

function memory(mebibytes: number): InstalledSystem {
  return systemOf({ memoryUsedMiB: mebibytes })
}

describe('what changed between two installed systems', () => {
  test('is nothing for a part that one side lacks', () => {
    const whole = systemOf({
      packages: new Map([['bash', '5.3-1']]),
      services: { active: new Set(['sshd.service']), failed: new Set() },
      memoryUsedMiB: 900,
      diskUsedMiB: new Map([['/', 2000]]),
    })

    for (const changes of [systemChanges(whole, nothing), systemChanges(nothing, whole)]) {
      expect(changes).toEqual({ packages: null, services: null, numbers: [] })
    }
  })

  test('are packages, exactly', () => {
    const before = systemOf({
      packages: new Map([
        ['bash', '5.3-1'],
        ['ed', '1-1'],
        ['vim', '9-1'],
      ]),
    })
    const after = systemOf({
      packages: new Map([
        ['bash', '5.3-2'],
        ['nano', '8-1'],
        ['vim', '9-1'],
      ]),
    })

    expect(systemChanges(before, after).packages).toEqual({
      added: [{ name: 'nano', before: null, after: '8-1' }],
      removed: [{ name: 'ed', before: '1-1', after: null }],
      upgraded: [{ name: 'bash', before: '5.3-1', after: '5.3-2' }],
      downgraded: [],
    })
  })

  test('are packages by name only, if a side has no versions', () => {
    const versions = systemOf({
      packages: new Map([
        ['bash', '5.3-1'],
        ['ed', '1-1'],
      ]),
    })
    const names = systemOf({
      packages: new Map([
        ['bash', ''],
        ['nano', ''],
      ]),
    })

    expect(systemChanges(versions, names).packages).toEqual({
      added: [{ name: 'nano', before: null, after: '' }],
      removed: [{ name: 'ed', before: '', after: null }],
      upgraded: [],
      downgraded: [],
    })
  })

  test('are services, exactly', () => {
    const before = services(['a.service', 'b.service', 'same.service'], ['c.service', 'gone.service'])
    const after = services(['c.service', 'z.service', 'new.service', 'same.service'], ['b.service'])

    expect(systemChanges(before, after).services).toEqual({
      appeared: ['new.service', 'z.service'],
      gone: ['a.service', 'gone.service'],
      nowFailed: ['b.service'],
      failedBefore: ['c.service', 'gone.service'],
    })
  })

  test.each([
    { before: 1000, after: 1200, listed: true },
    { before: 1000, after: 1199, listed: false },
    { before: 1000, after: 800, listed: true },
    { before: 1000, after: 801, listed: false },
    { before: 100, after: 125, listed: true },
    { before: 100, after: 124, listed: false },
    { before: 0, after: 25, listed: true },
    { before: 0, after: 24, listed: false },
    { before: 500, after: 500, listed: false },
  ])('are the memory of $before -> $after MiB: $listed', ({ before, after, listed }) => {
    expect(systemChanges(memory(before), memory(after)).numbers).toEqual(
      listed ? [{ what: 'memory used', before, after }] : [],
    )
  })

  test('are numbers past other thresholds, if there are others', () => {
    const thresholds = { percent: 1, mebibytes: 5 }

    expect(systemChanges(memory(500), memory(505), thresholds).numbers).toHaveLength(1)
    expect(systemChanges(memory(500), memory(504), thresholds).numbers).toEqual([])
    expect(systemChanges(memory(501), memory(506), thresholds).numbers).toEqual([])
  })

  test('are the disks that both sides have', () => {
    const before = systemOf({
      diskUsedMiB: new Map([
        ['/var', 100],
        ['/', 2000],
        ['/gone', 9000],
        ['/b', 5],
      ]),
    })
    const after = systemOf({
      diskUsedMiB: new Map([
        ['/', 2400],
        ['/var', 200],
        ['/new', 9000],
        ['/b', 5],
      ]),
    })

    expect(systemChanges(before, after).numbers).toEqual([
      { what: 'disk used on /', before: 2000, after: 2400 },
      { what: 'disk used on /var', before: 100, after: 200 },
    ])
  })
})
