/** How check-compose says that a test stands. */
export type CheckedStanding = 'failed' | 'soft' | 'passed' | 'other'

/** A test in a report of check-compose. */
export interface CheckedTest {
  readonly job: number
  readonly arch: string
  readonly flavor: string
  readonly test: string
  /** Null where the report does not name it, as for the usual one of an arch. */
  readonly machine: string | null
  readonly standing: CheckedStanding
  /** Whether it says that this is new; null where it does not say. */
  readonly isNew: boolean | null
}

/** A report of check-compose, as far as its text says. */
export interface CheckReport {
  /** Null where the text names none: the mails of 2015 did not. */
  readonly compose: string | null
  readonly tests: readonly CheckedTest[]
  /** Missing expected images, `subvariant type arch` in small letters; null where the text does not tell. */
  readonly missing: readonly string[] | null
  /** Where the text counts more or fewer tests than it lists, one sentence each. */
  readonly gaps: readonly string[]
}

/** What the lines after a heading are. */
interface Section {
  readonly standing: CheckedStanding | 'missing' | null
  readonly isNew: boolean | null
}

/** The headings, the first that matches. */
const headings: readonly (readonly [RegExp, Section])[] = [
  [/^missing expected images/i, { standing: 'missing', isNew: null }],
  [/^no missing expected images/i, { standing: 'missing', isNew: null }],
  [/^failed openqa tests/i, { standing: 'failed', isNew: null }],
  [/^soft[ -]?failed openqa tests/i, { standing: 'soft', isNew: null }],
  [/^new failures/i, { standing: 'failed', isNew: true }],
  [/^old failures/i, { standing: 'failed', isNew: false }],
  [/^new soft failures/i, { standing: 'soft', isNew: true }],
  [/^old soft failures/i, { standing: 'soft', isNew: false }],
  [/^passed openqa tests/i, { standing: 'passed', isNew: null }],
  [/^new passes/i, { standing: 'passed', isNew: true }],
  [/^(?:skipped|other|unfinished|incomplete)\b.*openqa tests/i, { standing: 'other', isNew: null }],
  [
    /^(?:images in this compose|images in |installed system changes|compose (?:passes|fails))/i,
    { standing: null, isNew: null },
  ],
]

const entry = /^ID:\s*(\d{1,12})\s+Test:\s*(\S+)\s+(\S+)\s+(\S+)/
const image = /^\s*([\w.+-]+)\s+([\w.+-]+)\s+([\w.+-]+)\s*$/
const nightly = /\bFedora-[\w.]+-\d{8}\.[nt]\.\d+\b/

/**
 * Reads the text of a report. Its layout is from memory of the mails, so what is not known is passed over,
 * and a report whose counts do not fit what was read says so. Null where the text has no heading of such a
 * report.
 */
export function readCheckReport(text: string): CheckReport | null {
  const lines = text.split(/\r?\n/)
  let section: Section = { standing: null, isNew: null }
  let isReport = false
  let missing: string[] | null = null
  const tests: CheckedTest[] = []
  for (const line of lines) {
    const heading = headings.find(([words]) => words.test(line.trim()))
    if (heading !== undefined) {
      section = heading[1]
      isReport = true
      if (section.standing === 'missing') missing ??= []
      continue
    }
    if (section.standing === 'missing') missing?.push(...imageOf(line))
    else if (section.standing !== null) tests.push(...testOf(line, section.standing, section.isNew))
  }
  if (!isReport) return null
  const own = lines.find((line) => nightly.test(line) && !/\b(?:same test|not|but)\b/i.test(line))
  return { compose: nightly.exec(own ?? '')?.[0] ?? null, tests, missing, gaps: gapsOf(lines, tests) }
}

function imageOf(line: string): readonly string[] {
  const [, ...words] = image.exec(line) ?? []
  return words.length === 0 ? [] : [words.join(' ').toLowerCase()]
}

function testOf(line: string, standing: CheckedStanding, isNew: boolean | null): readonly CheckedTest[] {
  const [, job, arch = '', flavor = '', name = ''] = entry.exec(line.trim()) ?? []
  if (job === undefined) return []
  const [test = '', machine = null] = name.split('@')
  return [{ job: Number(job), arch, flavor, test, machine, standing, isNew }]
}

/** `Failed openQA tests: 8/170 (x86_64), 1/2 (arm)` lists nine. */
function gapsOf(lines: readonly string[], tests: readonly CheckedTest[]): readonly string[] {
  const counted = [
    ['failed', /^failed openqa tests:/i],
    ['soft', /^soft[ -]?failed openqa tests:/i],
  ] as const
  return counted.flatMap(([standing, heading]) => {
    const line = lines.find((each) => heading.test(each.trim()))
    if (line === undefined) return []
    const says = [...line.matchAll(/(\d{1,6})(?:\/| of )\d{1,6}/g)].reduce((sum, [, n]) => sum + Number(n), 0)
    const read = tests.filter((test) => test.standing === standing).length
    return says === read ? [] : [`it counts ${says} ${standing} tests, and ${read} could be read`]
  })
}
