import type { NightRun } from '../../archive/nights/night-run.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import { storable } from '../../archive/schema/storable.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { imageOf } from '../archive/nights.ts'
import { jobOf } from '../jobs/job-of.ts'
import { hostileReport } from '../report/hostile-report.ts'

const seeds = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '</title></style></td></table></main></body></html><!-- ',
  '</style><style>* { display: none }',
  '<!--',
  '-->',
  '<![CDATA[x]]>',
  '<base href=//x.example>',
  '<iframe src=//x.example>',
  '<form action=//x.example><input name=a>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '" style="background:url(//x.example)',
  '`${alert(1)}`',
  '{{7*7}}',
  '&lt;b&gt; &#x202e; &amp;amp; &quot',
  'javascript:alert(1)',
  'JaVa\tScript:alert(1)//http://x.example',
  'data:text/html,<script>alert(1)</script>',
  'https://x.example/"onmouseover="alert(1)',
  '//x.example/x',
  '\\\\x.example\\x',
  '.',
  '..',
  '../../etc/passwd',
  '/',
  '~',
  '~..',
  '%',
  '%2f',
  '%2e%2e%2f',
  '%00',
  '%E0%A4%A',
  '?a=b',
  '#main',
  'x.json',
  'x.atom',
  'x.svg',
  'edition-1',
  'a\r\nSet-Cookie: a=b\r\n\r\n<b>',
  '\u0000',
  '\u001B[31mred\u001B]8;;http://x.example\u0007',
  '\u202E\u2066gnp.exe\u200B\u200D\uFEFF\u2028\u2029',
  '\uD800x\uDFFF',
  '🌙👩‍👩‍👧‍👦é́́́́',
  "'; drop table runs; --",
  'a b  c',
  '10 kB <b>"'.repeat(1_000),
] as const

/** A hundred names: each alone, and in the middle of another one. */
export const hostileNames: readonly string[] = seeds.flatMap((seed) => [seed, `Fedora-${seed}-x86_64`])

/**
 * The night of a stream with a hostile name. Ids of runs and composes are checked and
 * short.
 */
export function hostileRun(name: string, nth: number): NightRun {
  const stream = name.length > 100 ? `long-${nth}` : storable(name)
  return {
    id: `nightly/${stream}/2026-11-24`,
    temporalRun: `hostile-${nth}`,
    stream,
    date: '2026-11-24',
    due: '2026-11-24T05:15:00.000Z',
  }
}

/** Records a night in which everything that comes from outside has one name. */
export async function recordHostile(archive: NightArchive, name: string, nth: number): Promise<void> {
  const run = hostileRun(name, nth)
  const at = '2026-11-24T11:00:00.000Z'
  const id = 10_000 + nth
  const scenario = { test: name, flavor: name, arch: name, machine: name }
  const image = { subvariant: name, type: name, format: name, arch: name, variant: name, path: name }
  const report = hostileReport(name, name, 'broken')
  await archive.openRun(run, run.due)
  await archive.heard(run, { stage: run.stream, said: name, at })
  await archive.orderTaken(run, {
    id: name,
    name: 'rerun',
    at,
    by: name,
    why: name,
    asked: name,
    became: name,
  })
  await archive.recordEdition(run, `key/${nth}`, () => ({
    report: { ...report, compose: report.compose && { ...report.compose, id: run.stream } },
    outcome: 'tested',
    subject: name,
    jobs: buildJobs([jobOf({ id, ...scenario, result: 'failed', reason: name, failedModules: [name] })]),
    bugs: { [id]: [name] },
    images: [imageOf(image)],
  }))
}
