import type { ComposeLine } from '../../archive/queries/compose-lines.ts'
import { counted } from '../../report/counted.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { composesPageForm } from '../forms/composes.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { folderLink, verdictMark } from '../parts/compose-words.ts'
import { fittingRows } from '../parts/fitting-rows.ts'
import { dot, joined } from '../../report/html/joined.ts'
import { composePath, nightPath, streamPath } from '../parts/paths.ts'
import type { Site } from '../site.ts'

const mostComposes = 100
const mostBytes = 50_000

/** `/composes`, `/composes/rawhide`: what exists, where, its state, and what was tested, the newest first. */
export async function composesPage(
  { archive, streams }: Site,
  [stream, ...rest]: readonly string[],
): Promise<WebPage | null> {
  if (rest.length > 0) return null
  const composes =
    stream === undefined
      ? await archive.newestComposes(mostComposes)
      : await archive.composes(stream, { limit: mostComposes })
  const isKnown = stream === undefined || streams.some(({ name }) => name === stream)
  if (composes.length === 0 && !isKnown) return null
  const others = [...new Set([...streams.map(({ name }) => name), ...composes.map((line) => line.stream)])]
  return {
    title: stream === undefined ? 'Composes' : `Composes of ${stream}`,
    body: markup`<h1>${answer(composes, stream)}</h1>
<p>${stream === undefined ? nothing : markup`<a href="/composes">All streams</a> · `}${joined(
      others.map((name) => markup`<a href="/composes${streamPath(name)}">${name}</a>`),
      dot,
    )}</p>
${composes.length === 0 ? nothing : table(composes)}
`,
    json: pageJson(composesPageForm, { stream: stream ?? null, composes }),
  }
}

/** Reports with these verdicts are about composes that no test ran on. */
const untested: readonly string[] = ['absent', 'unfinished', 'cancelled', 'neutral']

function answer(composes: readonly ComposeLine[], stream: string | undefined): string {
  const [newest] = composes
  const of = stream === undefined ? '' : ` of ${stream}`
  if (newest === undefined) return `The archive has no compose${of}.`
  const tested = composes.filter(({ verdict }) => verdict !== null && !untested.includes(verdict)).length
  return `The newest compose${of} is ${newest.id}, ${newest.state}; of the last ${counted(composes.length, 'compose')} ${tested} were tested.`
}

function table(composes: readonly ComposeLine[]): Markup {
  return markup`<table>
<thead><tr><th scope="col">Compose</th><th scope="col">State</th><th scope="col">First seen</th><th scope="col">Report</th><th scope="col">Images</th></tr></thead>
<tbody>
${fittingRows(composes.map(row), { most: mostBytes, columns: 5 })}</tbody></table>
`
}

function row({ id, label, state, url, firstSeen, images, run, verdict }: ComposeLine): Markup {
  const tested =
    run === null ? markup`no report` : markup`<a href="${nightPath(run)}">${verdictMark(verdict)}</a>`
  return markup`<tr><td><a href="${composePath(id)}">${id}</a>${label === null ? nothing : markup` ${label}`}</td><td>${state}</td><td>${minuteOf(firstSeen)}</td><td>${tested}</td><td>${counted(images, 'image')}, ${folderLink(url, 'folder')}</td></tr>
`
}
