import type { NeededImage } from '../../compose/expected/missing-images.ts'
import { imageName } from '../../compose/images/image.ts'
import { safeLine } from '../../compose/safe-line.ts'
import { listed } from '../counted.ts'
import { acceptedWords } from '../orders/order-words.ts'
import type { ReportImages, SizedImage } from '../report.ts'
import { shortCompose } from '../short-compose.ts'
import { wrap } from './wrap.ts'

const longestFault = 240

/** The missing images: whether a release needs each, since when it is missing, and why if Koji knows. */
export function missingLines(missing: readonly NeededImage[]): readonly string[] {
  return missing.flatMap((image) => [
    ...wrap(`${imageName(image)}${aboutMissing(image)}`, '  ', '    '),
    ...explanation(image.koji),
  ])
}

/** What follows the name of a missing image: whether a release needs it, and since when it is missing. */
export function aboutMissing(image: NeededImage): string {
  return `, ${image.need}: ${sinceWhen(image)}`
}

/** A missing image that a person accepted. */
export function acceptedImage(image: NeededImage): readonly string[] {
  return wrap(`${imageName(image)}${aboutAccepted(image)}`, '  ', '    ')
}

/** What follows the name of an accepted image: `, required: missing; accepted until 2026-12-01: why` */
export function aboutAccepted({ accepted, need }: NeededImage): string {
  return `, ${need}: missing${accepted === null ? '' : `; ${acceptedWords(accepted)}`}`
}

function sinceWhen({ isNewlyMissing, lastCompose, need, why, acceptanceEnded }: NeededImage): string {
  const reason = `${need === 'usual' ? `; ${why}` : ''}${acceptanceEnded ? '; acceptance ended' : ''}`
  if (lastCompose === null) return `no earlier compose is known to have it${reason}`
  const compose = shortCompose(lastCompose)
  return `${isNewlyMissing ? `it was in ${compose}` : `still missing, last in ${compose}`}${reason}`
}

function explanation(koji: NeededImage['koji']): readonly string[] {
  if (koji === null) return []
  const fault = koji.fault === '' ? '' : `: ${safeLine(koji.fault, longestFault)}`
  return [...wrap(`Koji task ${koji.task} is ${koji.state}${fault}`, '    '), ...wrap(koji.url, '    ')]
}

/** What changed of the images since the baseline, as parts of one line; none where nothing did. */
export function imageChangeParts(images: ReportImages | null): readonly string[] {
  if (images === null) return []
  const { changes, tooLarge } = images
  const missing = new Set(images.missing.map(imageName))
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['new', changes?.added ?? []],
    ['gone', (changes?.gone ?? []).filter((name) => !missing.has(name))],
    ['renamed', changes?.renamed ?? []],
    ['resized', (changes?.resized ?? []).map(resized)],
    ['too large', tooLarge.map(overLimit)],
  ]
  return parts.flatMap(([word, names]) =>
    names.length === 0 ? [] : [`${names.length} ${word} (${listed(names)})`],
  )
}

function resized({ name, before, after }: SizedImage): string {
  const percent = Math.round((after / before - 1) * 100)
  return `${name} ${percent > 0 ? '+' : ''}${percent} %`
}

function overLimit({ name, before, after }: SizedImage): string {
  return `${name} ${gigabytes(after)} of ${gigabytes(before)} GB`
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(2)
}
