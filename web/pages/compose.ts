import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { ComposeLine, ComposesBeside } from '../../archive/queries/compose-lines.ts'
import type { NightLine } from '../../archive/queries/night-lines.ts'
import { imageName, type Image } from '../../compose/images/image.ts'
import { pathFault } from '../../compose/images/image-path.ts'
import { byName } from '../../compose/images/pair-images.ts'
import { sizeInWords } from '../../compose/images/size-in-words.ts'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import { counted } from '../../report/counted.ts'
import { isOfTheWeb, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { composeForm } from '../forms/compose.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { folderLink, verdictMark } from '../parts/compose-words.ts'
import { fittingRows } from '../parts/fitting-rows.ts'
import { dot, joined } from '../../report/html/joined.ts'
import { runWords } from '../parts/night-link.ts'
import { comparePath, composePath, imagePath, nightPath, streamPath } from '../parts/paths.ts'
import { titleOf } from '../parts/stream-title.ts'
import { verdictBadge, wordOf } from '../parts/verdict.ts'
import { withoutHead } from '../../report/told/without-head.ts'
import type { Site } from '../site.ts'

const mostBytes = 50_000

/** `/compose/Fedora-Rawhide-20261124.n.0`: what is known of a compose, and its images. */
export async function composePage(
  site: Site,
  [id = '', ...rest]: readonly string[],
): Promise<WebPage | null> {
  const { archive } = site
  const compose = rest.length > 0 ? null : await archive.compose(id)
  if (compose === null) return null
  const beside = await archive.composesBeside(compose)
  const nights = await archive.nights({ compose: id })
  const missing = await missingOf(archive, nights)
  const images = (await archive.imagesOf(id)).toSorted(byName)
  const { stream, state, firstSeen, lastSeen, url } = compose
  const title = await titleOf(site, stream)
  return {
    title: id,
    body: markup`<p class="place"><a href="${streamPath(stream)}">${title}</a>, compose</p>
<h1>${compose.run === null ? nothing : verdictMark(compose.verdict)} ${id} is ${state}${tested(compose)}</h1>
<p>First seen ${minuteOf(firstSeen)}, last seen ${minuteOf(lastSeen)}. ${folderLink(url, 'Its folder')}</p>
${ways(compose, beside, title)}
${nightList(nights)}
${missingList(stream, missing)}
<h2>${counted(images.length, 'image')}</h2>
${images.length === 0 ? markup`<p>The archive does not know its images${compose.run === null ? ': they are noted with its first report' : nothing}.</p>` : imageTable(images, compose)}
`,
    json: pageJson(composeForm, { compose, ...beside, nights, missing, images }),
  }
}

function tested({ label, run }: ComposeLine): string {
  return `${label === null ? '' : `, ${label}`}${run === null ? '; no night has reported on it.' : '.'}`
}

/** The missing images in the last report on a compose. */
async function missingOf(
  archive: ArchiveReader,
  nights: readonly NightLine[],
): Promise<readonly ExplainedImage[]> {
  const told = nights.find(({ edition }) => edition !== null)
  return told === undefined || told.edition === null ? [] : await archive.missingOf(told.run, told.edition)
}

function ways({ id, stream }: ComposeLine, { previous, next }: ComposesBeside, title: string): Markup {
  const links = [
    ...(previous === null
      ? []
      : [
          markup`<a href="${composePath(previous)}" rel="prev">Before: ${previous}</a>`,
          markup`<a href="${comparePath(previous, id)}">Compare with the one before</a>`,
        ]),
    ...(next === null ? [] : [markup`<a href="${composePath(next)}" rel="next">After: ${next}</a>`]),
    markup`<a href="/composes${streamPath(stream)}">All of ${title}</a>`,
  ]
  return markup`<p>${joined(links, dot)}</p>
`
}

function nightList(nights: readonly NightLine[]): Markup {
  if (nights.length === 0) return nothing
  return markup`<h2>Nights</h2>
<ul>${nights.map(nightItem)}</ul>
`
}

function nightItem(night: NightLine): Markup {
  const { run, verdict, subject, noReport } = night
  const mark = wordOf(night) === 'open' ? verdictBadge('open') : verdictMark(verdict)
  const words = subject === null ? (noReport ?? '') : withoutHead(subject)
  return markup`<li><a href="${nightPath(run)}">${runWords(run)}</a>: ${mark} ${words}</li>
`
}

function missingList(stream: string, missing: readonly ExplainedImage[]): Markup {
  if (missing.length === 0) return nothing
  return markup`<h2>Missing (${counted(missing.length, 'image')})</h2>
<ul>${missing.map(
    (image) =>
      markup`<li><a href="${imagePath(stream, image)}">${imageName(image)}</a>: ${image.why}</li>
`,
  )}</ul>
`
}

function imageTable(images: readonly Image[], { stream, url }: ComposeLine): Markup {
  const rows = images.map(
    (image) =>
      markup`<tr><td><a href="${imagePath(stream, image)}">${imageName(image)}</a></td><td>${sizeInWords(image.size)}</td><td>${fileLink(url, image)}</td></tr>
`,
  )
  return markup`<table>
<thead><tr><th scope="col">Image</th><th scope="col">Size</th><th scope="col">File</th></tr></thead>
<tbody>
${fittingRows(rows, { most: mostBytes, columns: 3 })}</tbody></table>
`
}

/** The file, in words of its format: several files of one image differ in that, or in their disc. */
function fileLink(url: string, { path, format, disc }: Image): Markup {
  const words = `${format}${disc === 1 ? '' : `, disc ${disc}`}`
  const address = `${url}/compose/${path}`
  return pathFault(path) === null && isOfTheWeb(address)
    ? markup`<a href="${address}">${words}</a>`
    : markup`${words}`
}
