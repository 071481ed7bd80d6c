const counts = {
  passed: 4,
  softfailed: 1,
  failed: 2,
  broken: 1,
  skipped: 1,
  stopped: 1,
  unfinished: 1,
  unknown: 1,
  total: 12,
}
const post = { flavor: 'i3-live-iso', arch: 'x86_64', why: 'no template' }

/** A test in a report of schema 1. */
export function oldLine(id: number, arch = 'x86_64', bugs: readonly string[] = []) {
  return {
    id,
    test: `t${id}`,
    flavor: 'universal',
    arch,
    machine: '64bit',
    state: 'done',
    result: 'any',
    reason: 'no disk',
    failedModules: ['login'],
    bugs,
    url: `https://openqa.example/tests/${id}`,
  }
}

/** A report as schema 1 had it, with a test of each standing. */
export const oldReport = {
  schema: 1,
  night: { stream: 'rawhide', date: '2026-11-24' },
  run: 'nightly/rawhide/2026-11-24',
  title: 'Rawhide',
  edition: 1,
  at: '2026-11-24T11:02:12.000Z',
  verdict: 'failed',
  unknownCause: null,
  respinOf: null,
  replacedBy: null,
  unansweredSince: null,
  headline: 'Rawhide is BROKEN: 2 of 12 tests failed.',
  shortfalls: ['1 failed', '1 image missing'],
  reasons: ['2 tests of 12 failed: t1, t2'],
  lastAnswer: '12 of 12 jobs have ended',
  compose: {
    id: 'Fedora-Rawhide-20261124.n.0',
    url: 'https://kojipkgs.example/Fedora-Rawhide-20261124.n.0',
    status: 'FINISHED',
    label: null,
  },
  discarded: [{ id: 'Fedora-Rawhide-20261123.n.9', status: 'DOOMED' }],
  images: {
    expected: 10,
    missing: [
      { subvariant: 'KDE', type: 'live', arch: 'x86_64', blocking: true, why: 'a desktop', koji: null },
      {
        subvariant: 'i3',
        type: 'live',
        arch: 'x86_64',
        blocking: false,
        why: 'a spin',
        koji: { task: 7, method: 'livemedia', url: 'https://koji.example/7', state: 'FAILED', fault: 'no' },
      },
    ],
  },
  mode: 'post',
  posts: { done: 1, refused: [post], unknown: [post], partial: [post], vanished: [post] },
  tests: {
    counts,
    byArch: [
      { arch: 'aarch64', counts: { ...counts, passed: 1, total: 2 } },
      { arch: 'x86_64', counts: { ...counts, passed: 3, total: 10 } },
    ],
    failed: [oldLine(1), oldLine(2, 'aarch64', ['brc#1'])],
    broken: [oldLine(3)],
    skipped: [oldLine(4)],
    stopped: [oldLine(5)],
    unfinished: [oldLine(6)],
    unknown: [oldLine(7)],
    softfailed: [oldLine(8)],
    flaky: [{ ...oldLine(9), result: 'passed' }],
  },
  attention: ['a guess'],
  stages: [{ name: 'find', since: '2026-11-24T05:15:00.000Z', until: null, lastAnswer: 'it is there' }],
  links: { openqa: 'https://openqa.example', run: null, document: '/var/lib/nightjar/report.json' },
}
