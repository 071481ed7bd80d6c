import type { ImageNight } from '../../archive/queries/image-history.ts'
import { imageName, type ImageKey } from '../../compose/images/image.ts'
import { sizeInWords } from '../../compose/images/size-in-words.ts'
import { counted } from '../../report/counted.ts'
import { link, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { imageForm } from '../forms/image.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { comparePath, composePath, streamPath } from '../parts/paths.ts'
import { titleOf } from '../parts/stream-title.ts'
import { sizePlot } from '../parts/size-plot.ts'
import { nightLink } from '../parts/night-link.ts'
import type { Site } from '../site.ts'

const mostNights = 90

/** How an image stands by the last composes. */
interface ImageStanding {
  /** The last compose whose images are known. */
  readonly last: ImageNight
  /** The first of the row of composes without it that ends with the last; null where the last has it. */
  readonly missingSince: ImageNight | null
  /** Composes of that row. */
  readonly composes: number
  /** The last compose that had it; null where none of those that were looked at did. */
  readonly lastThere: ImageNight | null
}

/** `/image/rawhide/KDE/live/x86_64`: whether the last compose has it, and if not, since when and why. */
export async function imagePage(
  site: Site,
  [stream = '', subvariant = '', type = '', arch = '', ...rest]: readonly string[],
): Promise<WebPage | null> {
  if (rest.length > 0) return null
  const image = { subvariant, type, arch }
  const nights = await site.archive.imageHistory(image, { stream, nights: mostNights })
  const standing = standingOf(nights)
  if (standing === null) return null
  const title = await titleOf(site, stream)
  return {
    title: `${imageName(image)}, ${title}`,
    body: markup`<p class="place"><a href="${streamPath(stream)}">${title}</a>, image</p>
<h1>${badge(standing)} ${answer(image, standing)}</h1>
${why(standing)}
${lastThere(standing)}
${sizePlot(nights)}
<h2>${counted(nights.length, 'compose')}</h2>
${table(nights)}
`,
    json: pageJson(imageForm, { stream, image, standing, nights }),
  }
}

/** Null where no night had the image, or missed it. */
function standingOf(nights: readonly ImageNight[]): ImageStanding | null {
  const [last] = nights
  if (last === undefined || nights.every(({ size, missing }) => size === null && missing === null))
    return null
  const there = nights.findIndex(({ size }) => size !== null)
  const composes = there === -1 ? nights.length : there
  return {
    last,
    composes,
    missingSince: composes === 0 ? null : (nights[composes - 1] ?? null),
    lastThere: nights[there] ?? null,
  }
}

function badge({ missingSince }: ImageStanding): Markup {
  return missingSince === null
    ? markup`<b class="verdict v-passed">THERE</b>`
    : markup`<b class="verdict v-broken">MISSING</b>`
}

function answer(image: ImageKey, { last, missingSince, composes, lastThere: there }: ImageStanding): string {
  const name = imageName(image)
  if (missingSince === null) {
    const size = last.size === null || last.size === 0 ? '' : ` (${sizeInWords(last.size)})`
    return `${name} is in the last compose, ${last.compose}${size}.`
  }
  const span = counted(composes, 'compose')
  if (there === null) return `${name} is in none of the last ${span}.`
  return `${name} is missing since ${missingSince.compose} (${span}); it was last in ${there.compose}.`
}

/** What Koji says of it, if it is missing. */
function why({ last, missingSince }: ImageStanding): Markup {
  if (missingSince === null) return nothing
  if (last.missing === null)
    return markup`<p>The report on the last compose does not miss it: no list of expected images has it.</p>
`
  const { koji, why: reason, blocking } = last.missing
  const need = blocking ? 'A release needs it' : 'No release needs it'
  return markup`<p>${need}: ${reason}. ${koji === null ? 'No failed Koji task explains it.' : explained(koji)}</p>
`
}

function explained({
  url,
  task,
  method,
  state,
  fault,
}: NonNullable<NonNullable<ImageNight['missing']>['koji']>) {
  const said = fault === '' ? nothing : markup`: ${fault}`
  return markup`${link(url, `Koji task ${task}`)} (${method}) is ${state}${said}.`
}

function lastThere({ missingSince, lastThere: there }: ImageStanding): Markup {
  if (there === null || missingSince === null) return nothing
  const path = comparePath(there.compose, missingSince.compose)
  return markup`<p><a href="${path}">Compare the last compose with it and the first without</a>.</p>
`
}

function table(nights: readonly ImageNight[]): Markup {
  return markup`<table>
<thead><tr><th scope="col">Night</th><th scope="col">Compose</th><th scope="col">Size</th><th scope="col">Change</th></tr></thead>
<tbody>
${nights.map((night, nth) => row(night, nights[nth + 1]))}</tbody></table>
`
}

function row({ run, compose, size, missing }: ImageNight, before: ImageNight | undefined): Markup {
  const task = missing?.koji ?? null
  const page = task === null ? nothing : markup`, ${link(task.url, `Koji task ${task.task}`)}`
  const words = size === null ? markup`<b>missing</b>${page}` : markup`${sizeInWords(size)}`
  return markup`<tr><td>${nightLink(run)}</td><td><a href="${composePath(compose)}">${compose}</a></td><td>${words}</td><td>${changeOf(size, before?.size ?? null)}</td></tr>
`
}

/** By how much it grew since the compose before, where that is known and not nothing. */
function changeOf(size: number | null, before: number | null): string {
  if (size === null || before === null || size === 0 || before === 0) return ''
  const percent = ((size / before - 1) * 100).toFixed(1)
  return percent === '0.0' || percent === '-0.0' ? '' : `${size > before ? '+' : ''}${percent} %`
}
