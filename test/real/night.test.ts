import { beforeAll, describe, expect, test } from 'vitest'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import type { Job } from '../../jobs/results/job.ts'
import { scenarioOf } from '../../jobs/results/lineage.ts'
import type { Standing } from '../../jobs/results/standing.ts'
import type { TestLine } from '../../report/report.ts'
import { linesOf } from '../../report/tests.ts'
import { overviewOf, shownAt, type Overview, type ShownJob } from './openqa-pages.ts'
import { knownBug, playRealNight, type PlayedNight } from './real-night.ts'
import { realOpenQa } from './real-openqa.ts'

const ready = realOpenQa.url !== ''

/** How tests of this night stand that did not pass. */
const shownKinds: readonly Standing[] = ['softfailed', 'failed', 'broken', 'skipped']

/** How no test of this night stands. */
const others: readonly Standing[] = ['stopped', 'unfinished', 'unknown']

describe.skipIf(!ready)('the report on a night with a real openQA (run-night.ts starts one)', () => {
  let night: PlayedNight
  let overview: Overview

  beforeAll(async () => {
    night = await playRealNight()
    overview = await overviewOf(realOpenQa.url, night.report.compose?.id ?? '')
  })

  test('counts as many tests of each kind as the overview of the build', () => {
    const { counts } = night.report.tests
    const count = (standing: Standing) => thatStand(night, standing).length
    const passed = counts.passed + count('passed')
    const [softfailed = 0, failed = 0, broken = 0, skipped = 0] = shownKinds.map(count)

    expect(overview.counts).toEqual({
      Passed: passed,
      'Soft-Failed': softfailed,
      Failed: failed,
      Incomplete: broken,
      // What was cancelled before it ran has no result there, what a partner's failure stopped was aborted.
      None: overview.jobs.filter(({ state }) => state === 'cancelled').length,
      Aborted: skipped - overview.jobs.filter(({ state }) => state === 'cancelled').length,
    })
    expect(others.map(count)).toEqual([0, 0, 0])
    expect(counts.total).toBe(overview.jobs.length)
    expect(Math.min(passed, softfailed, failed, broken, skipped)).toBeGreaterThan(0)
  })

  test.each([
    ['failed', (job: ShownJob) => job.result === 'failed'],
    ['softfailed', (job: ShownJob) => job.result === 'softfailed'],
    ['broken', (job: ShownJob) => job.result === 'incomplete'],
    ['skipped', (job: ShownJob) => job.state === 'cancelled' || job.result === 'parallel_failed'],
  ] as const)('lists as %s the very jobs that the overview shows so', (kind, isShownSo) => {
    expect(namesOf(thatStand(night, kind))).toEqual(
      overview.jobs
        .filter(isShownSo)
        .map(({ id, name }) => `${id} ${name}`)
        .toSorted(),
    )
  })

  test('links every test that it lists to a page that shows the same state and result', async () => {
    const listed = night.report.tests.list.flatMap(({ job }) => (job === null ? [] : [job]))

    const shown = await Promise.all(listed.map(({ url }) => shownAt(url)))

    expect(listed).toHaveLength(night.report.tests.list.length)

    expect(shown).toEqual(listed.map(({ state, result }) => ({ state, result })))
    expect(await shownAt(`${realOpenQa.url}/tests/999999`)).toBeNull()
  })

  test('links to the overview of the build', async () => {
    const page = await fetch(night.report.links.openqa ?? '')

    expect(page.status).toBe(200)
    expect(await page.text()).toContain(
      `Failed: <span class="badge badge-danger">${overview.counts['Failed']}</span>`,
    )
  })

  test('names those flaky whose clone passed, whether openQA tried them again or Nightjar', () => {
    const cloned = night.jobs.filter(
      ({ result, cloneId }) => ['failed', 'incomplete'].includes(result) && cloneId !== null,
    )
    const passed = cloned.filter(({ cloneId }) => jobOf(night, cloneId)?.result === 'passed')

    expect(namesOf(linesOf(night.report.tests, 'flaky'))).toEqual(
      overview.jobs
        .filter(({ id }) => passed.some(({ cloneId }) => cloneId === id))
        .map(({ id, name }) => `${id} ${name}`)
        .toSorted(),
    )
    expect(new Set(linesOf(night.report.tests, 'flaky').map(({ test: name }) => name))).toEqual(
      new Set(['server_cockpit_default', 'install_iscsi', 'base_services_start']),
    )
  })

  test('comes after one second chance for what failed or broke, and none for what a bug explains', () => {
    const bad = night.jobs.filter(({ result }) => result === 'failed' || result === 'incomplete')
    const [known, ...more] = linesOf(night.report.tests, ...failedClasses).filter(
      ({ bugs }) => bugs.length > 0,
    )

    expect(known).toMatchObject({
      class: 'known',
      test: 'base_system_logging',
      bugs: [`brc#${knownBug.split('=')[1]}`],
    })
    expect(more).toEqual([])
    for (const job of bad) {
      const tries = triesOf(night, job)
      expect([scenarioOf(job), tries]).toEqual([scenarioOf(job), job.id === known?.job?.id ? 1 : 2])
    }
  })

  test('tells what openQA refused, and what it made in part', () => {
    const { posts, verdict } = night.report

    expect(verdict).toBe('broken')
    expect(posts.refused.map(({ why }) => why)).toContainEqual(
      expect.stringContaining('no products found for fedora-KDE-live-iso-x86_64'),
    )
    expect(posts.refused.map(({ why }) => why)).toContainEqual(
      expect.stringContaining('no templates found for fedora-Workstation-upgrade-aarch64'),
    )
    expect(posts.partial).toMatchObject([{ flavor: 'Everything-boot-iso', arch: 'x86_64' }])
    expect(posts).toMatchObject({ unknown: [], vanished: [] })
  })

  test('is one mail, and every product was posted once', () => {
    const first = night.jobs.filter(({ id }) => !night.jobs.some(({ cloneId }) => cloneId === id))

    expect(night.mails).toBe(1)
    expect(first.map(scenarioOf)).toEqual([...new Set(first.map(scenarioOf))])
  })
})

function thatStand({ report }: PlayedNight, standing: Standing): readonly TestLine[] {
  return report.tests.list.filter(({ job }) => job?.standing === standing)
}

function namesOf(lines: readonly TestLine[]): readonly string[] {
  return lines.map((line) => `${line.job?.id} ${nameOf(line)}`).toSorted()
}

/** As openQA's overview names it: the machine is said where it is not the usual one. */
function nameOf({ test: name, flavor, arch, machine }: TestLine): string {
  return `${flavor} ${arch} ${name}${machine === 'uefi' ? '@uefi' : ''}`
}

function jobOf({ jobs }: PlayedNight, wanted: number | null): Job | undefined {
  return jobs.find(({ id }) => id === wanted)
}

function triesOf({ jobs }: PlayedNight, job: Job): number {
  return jobs.filter((other) => scenarioOf(other) === scenarioOf(job)).length
}
