import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TestClass } from '../../../jobs/compare/test-class.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { renderText } from '../../../report/text/text.ts'
import { green } from '../green-night.ts'
import { hostileReport } from '../hostile-report.ts'
import { lineOf, linesOf, missingImage, reportOn } from '../test-lines.ts'

const run = 'nightly/rawhide/2026-11-24'
const failing = { since: 'Fedora-Rawhide-20261120.n.0', nights: 4, orEarlier: false }
const oldKinds = [
  'still',
  'known',
  'never-passed',
  'not-run',
  'flaky',
  'soft',
] as const satisfies readonly TestClass[]

function body(report: Report): readonly string[] {
  return renderText(report)
    .replace(/\n-- \n[^]*$/, '')
    .split('\n')
    .filter((line) => line !== '')
}

function footer(report: Report): readonly string[] {
  return renderText(report).split('\n-- \n').at(-1)?.split('\n') ?? []
}

describe('a night like the one before', () => {
  test('has at most twelve lines, however many old failures it has', () => {
    const old = fc.array(fc.constantFrom(...oldKinds), { maxLength: 40 })
    fc.assert(
      fc.property(old, fc.nat({ max: 9 }), fc.boolean(), (kinds, images, isBroken) => {
        const list = kinds.map((kind, nth) =>
          lineOf(kind, { test: `base_${nth}`, failing, bugs: ['brc#1234567'] }),
        )
        const report = reportOn(list, {
          ...(isBroken && { verdict: 'broken' }),
          images: { expected: 10, missing: Array(images).fill(missingImage), changes: null, tooLarge: [] },
        })

        expect(body(report).length).toBeLessThanOrEqual(12)
      }),
    )
  })

  test('has its old failures only counted where they do not fit', () => {
    const list = oldKinds.flatMap((kind, nth) => linesOf(nth + 1, kind, { failing }))
    const images = { expected: 10, missing: [missingImage], changes: null, tooLarge: [] }

    expect(body(reportOn(list, { images })).slice(-3)).toEqual([
      'Nothing new: 1 image missing, 1 still failing, 2 known, 3 never passed,',
      '4 not run, 5 flaky, 6 soft failed.',
      'Each with its link is in the HTML part and the JSON.',
    ])
  })

  test('has them named where they fit', () => {
    expect(body(reportOn(linesOf(3, 'still', { failing })))).toHaveLength(12)
    expect(body(reportOn(linesOf(4, 'still', { failing })))).toHaveLength(6)
  })

  test('still names and links a required failure, however old', () => {
    const list = [...linesOf(9, 'still', { failing }), lineOf('still', { failing, required: true })]
    const lines = body(reportOn(list, { verdict: 'broken' }))

    expect(lines).toContain('REQUIRED, and failing (1)')
    expect(lines.filter((line) => line.includes('https://')).length).toBe(2)
    expect(lines.length).toBeLessThanOrEqual(12)
  })

  test('is told in full where something is new', () => {
    expect(body(reportOn([...linesOf(30, 'still', { failing }), lineOf('fixed')])).length).toBeGreaterThan(40)
  })
})

test('the answer comes first, and what changed of the images after the tests', () => {
  const changes = { added: ['a'], gone: ['b'], renamed: [], resized: [] }
  const images = { expected: 10, missing: [], changes, tooLarge: [] }
  const lines = body(reportOn([lineOf('new')], { images }))

  expect(lines[0]).toBe('Rawhide is not broken: all 210 tests passed.')
  expect(lines.at(-1)).toBe('Images: 1 new (a), 1 gone (b)')
})

describe('times', () => {
  const day = '2026-11-24T'
  const slow = { name: 'await', since: `${day}08:00:00.000Z`, until: `${day}16:00:00.000Z`, lastAnswer: 'no' }
  const quick = { ...slow, name: 'find', until: `${day}08:01:00.000Z` }

  test.each<[Report['verdict'], string]>([
    ['passed', 'Slower than usual (UTC): await until 16:00 (8h00)'],
    ['broken', 'Slower than usual (UTC): await until 16:00 (8h00)'],
    ['unknown', '  await     08:00 - 16:00      8h00  no'],
    ['absent', '  await     08:00 - 16:00      8h00  no'],
    ['unfinished', '  await     08:00 - 16:00      8h00  no'],
  ])('of a night that is %s are told as "%s"', (verdict, last) => {
    const report = reportOn([], { verdict, stages: [quick, slow] })

    expect(body(report).at(-1)).toBe(last)
    expect(body(report).includes('TIMES (UTC)')).toBe(last.startsWith(' '))
  })

  test('are left out where no stage was slow, or none is over', () => {
    expect(renderText(reportOn([], { stages: [quick] }))).not.toMatch(/UTC\)/)
    expect(renderText(reportOn([], { verdict: 'absent', stages: [] }))).not.toMatch(/UTC\)/)
  })
})

describe('the end of a mail', () => {
  test('says the run, when it was written, and where the same is', () => {
    expect(footer(makeReport(green))).toEqual([
      `Nightjar 0.1.0, ${run}, 2026-11-24 11:02 UTC`,
      green.runUrl,
      'The same as JSON:',
      `  nightjar show ${run} --report --json`,
      '',
    ])
    expect(footer(makeReport({ ...green, runUrl: null, workflowId: 'n/r/1' }))).toEqual([
      'Nightjar 0.1.0, n/r/1, 2026-11-24 11:02 UTC',
      'The same as JSON: nightjar show n/r/1 --report --json',
      '',
    ])
  })

  test.each(['new', 'failed', 'still', 'known', 'never-passed'] as const)(
    'says how to run a test again that is %s',
    (kind) => {
      expect(footer(reportOn([lineOf(kind)]))).toContain(
        'Run what failed again: nightjar rerun rawhide/2026-11-24',
      )
      expect(footer(reportOn([lineOf(kind)], { mode: 'observe' }))).toEqual(
        expect.arrayContaining([
          'Run a test again:',
          '  openqa-cli api --host https://openqa.fedoraproject.org -X POST jobs/ID/restart',
        ]),
      )
    },
  )

  test('says how to run again what failed in a candidate', () => {
    expect(footer(reportOn([lineOf('new')], { run: 'candidate/44/RC-1.2' }))).toContain(
      'Run what failed again: nightjar rerun candidate/44/RC-1.2',
    )
  })

  test('says nothing of that where no test failed, or openQA has no address', () => {
    expect(renderText(reportOn([lineOf('not-run'), lineOf('flaky')]))).not.toContain(' again')
    for (const openqa of [null, 'no address']) {
      const observed = reportOn([lineOf('new')], { mode: 'observe', links: { openqa, run: null } })
      expect(renderText(observed)).not.toContain('openqa-cli')
    }
  })
})

test('no line is longer than 72 columns but for addresses and commands, which are whole', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', '-', ' ', '😀', '\n', '\u202e', '\u001b'),
    maxLength: 200,
  })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '%'), minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(
      letters,
      word,
      fc.constantFrom<Report['verdict']>('broken', 'unknown', 'passed'),
      (text, path, verdict) => {
        const url = `https://openqa.example/${path}`
        const told = renderText(hostileReport(text, url, verdict))
        const lines = told.split('\n')
        const own = lines.filter((line) => !line.includes('https://') && !line.startsWith('  nightjar show '))

        expect(Math.max(...own.map((line) => Array.from(line).length))).toBeLessThanOrEqual(72)
        expect(told).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u)
        const addresses = lines.flatMap((line) => /https:\/\/openqa\.example\/\S*/.exec(line)?.[0] ?? [])
        expect(new Set(addresses)).toEqual(new Set([url]))
      },
    ),
  )
})

test('a night on which all breaks off for reasons of their own is no endless mail', () => {
  const list = Array.from({ length: 5000 }, (_, nth) => {
    const line = lineOf('not-run')
    const reason = `died ${'because '.repeat(200)}${'abcdefghij'[nth % 10]}${nth}`
    return { ...line, test: `t${nth}`, job: line.job && { ...line.job, standing: 'broken' as const, reason } }
  })

  expect(renderText(reportOn(list)).length).toBeLessThan(60_000)
})
