import { diffImages, type ImageDiff } from '../../compose/images/diff.ts'
import { imageName, type Image } from '../../compose/images/image.ts'
import { sizeInWords } from '../../compose/images/size-in-words.ts'
import { testsBetween, type TestBetween, type TestsBetween } from '../../jobs/compare/between-nights.ts'
import { requires } from '../../jobs/compare/required.ts'
import { counted, listed } from '../../report/counted.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { compareForm } from '../forms/compare.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { comparedSide, type ComparedSide } from '../parts/compared-side.ts'
import { verdictMark } from '../parts/compose-words.ts'
import { fittingRows } from '../parts/fitting-rows.ts'
import { betweenTwo, comparePath, composePath, imagePath, testPath } from '../parts/paths.ts'
import { nightLink } from '../parts/night-link.ts'
import type { Site } from '../site.ts'
import { askPage, namesPage } from './compare-names.ts'

/** For the rows of one list; a page has five of tests and four of images. */
const mostBytes = 6_000

/** `/compare`, a form; and `/compare/A...B`, how two nights or composes differ. */
export async function comparePage(
  { archive, streams, isCopy }: Site,
  rest: readonly string[],
): Promise<WebPage | null> {
  if (rest.length === 0) return askPage()
  const [first = '', second, ...more] = rest.join('/').split(betweenTwo)
  if (second === undefined || more.length > 0) return null
  const [from, to] = [await comparedSide(archive, first), await comparedSide(archive, second)]
  if ('composes' in from || 'composes' in to) return namesPage([first, from], [second, to])
  const { requiredTests = [] } = streams.find(({ name }) => name === to.stream) ?? {}
  const tests =
    from.tests.length === 0 || to.tests.length === 0
      ? null
      : testsBetween(from.tests, to.tests, requires(requiredTests))
  const images =
    from.images.length === 0 || to.images.length === 0 ? null : diffImages(from.images, to.images)
  return {
    title: `${from.name} and ${to.name}`,
    body: markup`<h1>From ${from.name} to ${to.name}: ${answer(tests, images)}</h1>
<table>
<thead><tr><th scope="col">Side</th><th scope="col">Compose</th><th scope="col">Night</th><th scope="col">Verdict</th><th scope="col">From</th></tr></thead>
<tbody>
${sideRow('First', from)}${sideRow('Second', to)}</tbody></table>
<p>${order(from, to)} <a href="${comparePath(to.name, from.name)}">Swap them</a>${isCopy === true ? nothing : markup` · <a href="/compare">Compare others</a>`}</p>
${tests === null ? markup`<p>${untested(from, to)}</p>` : testLists(tests, to.stream)}
${images === null ? markup`<p>The archive does not know the images of both.</p>` : imageLists(images, to.stream)}
`,
    json: pageJson(compareForm, {
      from: sideJson(from),
      to: sideJson(to),
      tests,
      images: images && imagesJson(images),
    }),
  }
}

/** The path of what somebody put into the form; null where one is empty or too long. */
export function askedComparison({ a = '', b = '' }: Readonly<Record<string, string>>): string | null {
  const [first = '', second = ''] = [a, b].map((text) => text.trim().slice(0, 200).replace(/^\/+/, ''))
  const path = first === '' || second === '' ? '' : comparePath(first, second)
  return path.startsWith('/') ? path : null
}

function answer(tests: TestsBetween | null, images: ImageDiff | null): string {
  const ofTests =
    tests === null
      ? 'the tests cannot be compared'
      : `${counted(tests.failing.length, 'test')} newly failing, ${tests.fixed.length} fixed, ${tests.gone.length} gone`
  const ofImages =
    images === null
      ? 'nor can the images'
      : `${counted(images.gone.length, 'image')} gone, ${images.new_images.length} new, ${images.resized.length} resized`
  return `${ofTests}; ${images === null && tests !== null ? 'the images cannot be compared' : ofImages}.`
}

function sideRow(words: string, { name, run, compose, verdict, at }: ComparedSide): Markup {
  const night = run === null ? markup`not tested` : nightLink(run)
  const id =
    compose === null ? markup`${name}, no compose` : markup`<a href="${composePath(compose)}">${compose}</a>`
  return markup`<tr><th scope="row">${words}</th><td>${id}</td><td>${night}</td><td>${verdictMark(verdict)}</td><td>${minuteOf(at)}</td></tr>
`
}

function order({ at: first }: ComparedSide, { at: second }: ComparedSide): string {
  if (first === second) return 'Both are of the same time.'
  return first < second ? 'The first is older.' : 'The second is older: this reads backwards.'
}

function untested(from: ComparedSide, to: ComparedSide): string {
  const none = [from, to].filter(({ tests }) => tests.length === 0).map(({ name }) => name)
  return `The archive has no test results of ${none.join(' and ')}.`
}

function testLists(tests: TestsBetween, stream: string): Markup {
  const { failing, fixed, otherwise, gone, added } = tests
  const item = (test: TestBetween) => testItem(test, stream)
  return markup`${list('Newly failing', failing.map(item))}${list('Fixed', fixed.map(item))}${list('Ended otherwise', otherwise.map(item))}${list('Gone', gone.map(item))}${list('New', added.map(item))}`
}

function testItem(test: TestBetween, stream: string): Markup {
  const { flavor, arch, machine, from, to, failedModules, required } = test
  const where = failedModules.length === 0 ? '' : ` in ${listed(failedModules)}`
  // The modules are those of the second side where that failed.
  const [before, after] = to === 'failed' ? ['', where] : [from === 'failed' ? where : '', '']
  const ended = `${from ?? 'not there'}${before}, then ${to ?? 'not there'}${after}`
  return markup`<li><a href="${testPath(stream, test)}">${test.test}</a> on ${flavor} ${arch} ${machine}${required ? markup`, <b>required</b>` : nothing}: ${ended}</li>
`
}

function imageLists({ gone, new_images: added, renamed, resized }: ImageDiff, stream: string): Markup {
  const item = (image: Image, words: string) =>
    markup`<li><a href="${imagePath(stream, image)}">${imageName(image)}</a>, ${words}</li>
`
  const plain = (image: Image) => item(image, sizeInWords(image.size))
  const grown = resized.map(({ from, to, change }) => {
    const percent = `${change > 0 ? '+' : ''}${Math.round(change * 100)} %`
    return item(to, `${percent}: from ${sizeInWords(from.size)} to ${sizeInWords(to.size)}`)
  })
  const retyped = renamed.map(({ from, to }) => item(to, `was ${from.type}`))
  return markup`${list('Images gone', gone.map(plain))}${list('New images', added.map(plain))}${list('Images of another type', retyped)}${list('Resized images', grown)}`
}

function list(head: string, items: readonly Markup[]): Markup {
  if (items.length === 0) return nothing
  return markup`<h2>${head} (${items.length})</h2>
<ul>${fittingRows(items, { most: mostBytes })}</ul>
`
}

function sideJson({ name, stream, run, compose, verdict, at }: ComparedSide) {
  return { name, stream, run, compose, verdict, at }
}

function imagesJson({ gone, new_images: added, renamed, resized }: ImageDiff) {
  return {
    gone: gone.map((image) => imageJson(image, null)),
    added: added.map((image) => imageJson(null, image)),
    renamed: renamed.map(({ from, to }) => imageJson(from, to)),
    resized: resized.map(({ from, to }) => imageJson(from, to)),
  }
}

function imageJson(from: Image | null, to: Image | null) {
  const { subvariant = '', type = '', arch = '' } = to ?? from ?? {}
  return { subvariant, type, arch, before: from?.size ?? null, after: to?.size ?? null }
}
