import { imageName } from '../compose/images/image.ts'
import type { ExplainedImage } from '../compose/koji/koji-explanation.ts'
import { safeLine } from '../compose/safe-line.ts'
import { wrap } from './wrap.ts'

const longestFault = 240

/** The missing images: whether each blocks a release, and its cause if Koji knows one. */
export function imageLines(missing: readonly ExplainedImage[]): readonly string[] {
  return missing.flatMap((image) => [
    ...wrap(
      `${imageName(image)} (${image.blocking ? 'blocking' : 'not blocking'}): ${image.why}`,
      '  ',
      '    ',
    ),
    ...explanation(image.koji),
  ])
}

function explanation(koji: ExplainedImage['koji']): readonly string[] {
  if (koji === null) return []
  const fault = koji.fault === '' ? '' : `: ${safeLine(koji.fault, longestFault)}`
  return [...wrap(`Koji task ${koji.task} is ${koji.state}${fault}`, '    '), ...wrap(koji.url, '    ')]
}
