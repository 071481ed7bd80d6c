import type { NamedBug } from '../../archive/queries/named-bugs.ts'
import { counted } from '../../report/counted.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { bugsForm } from '../forms/bugs.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { bugLink } from '../parts/bug-link.ts'
import { fittingRows } from '../parts/fitting-rows.ts'
import { nightLink } from '../parts/night-link.ts'
import { testPath } from '../parts/paths.ts'
import { titleOf } from '../parts/stream-title.ts'
import type { Site } from '../site.ts'

const lookedAt = 30
const mostBytes = 50_000

/** A test of a stream with a bug. */
interface BugOfStream extends NamedBug {
  readonly stream: string
}

/** `/bugs`: the bugs that jobs of the last nights name, and which tests those are. */
export async function bugsPage(site: Site): Promise<WebPage> {
  const all: BugOfStream[] = []
  const titles = new Map<string, string>()
  for (const { name: stream } of site.streams) {
    const tests = await site.archive.namedBugs({ stream, nights: lookedAt })
    if (tests.length > 0) titles.set(stream, await titleOf(site, stream))
    all.push(...tests.map((test) => ({ stream, ...test })))
  }
  const bugs = Map.groupBy(
    all.toSorted((one, other) => (one.due > other.due ? -1 : one.due < other.due ? 1 : 0)),
    ({ bug }) => bug,
  )
  return {
    title: 'Bugs',
    body: markup`<h1>${answer(bugs.size)}</h1>
<p>A bug is known to openQA where a comment on a job names it, such as <code>brc#1234567</code> of Red Hat's Bugzilla.</p>
${bugs.size === 0 ? nothing : table(bugs, titles)}`,
    json: pageJson(bugsForm, { tests: all }),
  }
}

function answer(bugs: number): string {
  const verb = bugs === 1 ? 'is' : 'are'
  const words = bugs === 0 ? 'No bugs' : counted(bugs, 'bug')
  return `${words} ${verb} named by the jobs of the last ${lookedAt} nights of each stream.`
}

function table(
  bugs: ReadonlyMap<string, readonly BugOfStream[]>,
  titles: ReadonlyMap<string, string>,
): Markup {
  const rows = [...bugs.values()].flat().map((test) => row(test, titles.get(test.stream) ?? test.stream))
  return markup`<table>
<thead><tr><th scope="col">Bug</th><th scope="col">Test</th><th scope="col">Stream</th><th scope="col">Nights</th><th scope="col">The last</th></tr></thead>
<tbody>
${fittingRows(rows, { most: mostBytes, columns: 5 })}</tbody></table>
`
}

function row(test: BugOfStream, title: string): Markup {
  const { bug, stream, flavor, arch, machine, nights, run } = test
  return markup`<tr><td><b>${bugLink(bug)}</b></td><td><a href="${testPath(stream, test)}">${test.test}</a> on ${flavor} ${arch} ${machine}</td><td>${title}</td><td>${counted(nights, 'night')}</td><td>${nightLink(run)}</td></tr>
`
}
