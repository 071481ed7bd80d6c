import { Command } from 'commander'
import { expectedImages, judgeImages, type Judgement } from '../../compose/expected/expected.ts'
import { imageName } from '../../compose/images/image.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { composeArgument, refuseCoreos, releaseOption, type ComposeOptions } from './compose-argument.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { expectedForm } from '../forms/expected.ts'
import { jsonOf } from '../json.ts'
import { imageRow } from './image-row.ts'
import { opener } from './open.ts'
import { streamServices } from './stream-services.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'

const help = `
Examples:
  nightjar expected Fedora-Rawhide-20261124.n.0
  nightjar expected images.json --release 44
  nightjar expected 43 --json | jq '.missing[] | select(.blocking)'

Exit codes: 0 nothing blocking is missing, 1 something is or the compose is not there, 2 wrong usage, 3 no answer.`

/** `nightjar expected <compose>` */
export function expectedCommand(): Command {
  return new Command('expected')
    .description('Lists the expected images that a compose lacks, and why each is expected.')
    .addArgument(composeArgument())
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(expected)
}

async function expected(word: string, options: ComposeOptions & JsonOption): Promise<void> {
  const { services, settings, name, open } = opener(options, [word])
  refuseCoreos(name(word))
  const opened = await open(word)
  const { compose, judged, images, ref } = opened
  if (judged === null)
    throw new UsageError(`the release of ${compose} is not known; add --release N, or --release Rawhide`)
  const { expected: own } = streamServices(services, settings, ref).places
  const judgement = judgeImages({ ...judged, own, images })
  const total = expectedImages(judged.release, judged.lineup, own).length
  console.log(
    options.json ? inJson(opened, judgement) : inWords(compose, { total, isOwn: own !== null }, judgement),
  )
  if (judgement.missing.some(({ blocking }) => blocking)) process.exitCode = exitCode.bad
}

function inJson({ compose, images }: OpenedCompose, { missing, present }: Judgement): string {
  const there = new Set(present)
  const found = images.filter((image) => there.has(image))
  return jsonOf(expectedForm, { compose, missing, present: found.map(imageRow) })
}

/** How many images are expected, and whether a list of the configuration says so. */
interface Expectation {
  readonly total: number
  readonly isOwn: boolean
}

function inWords(compose: string, { total, isOwn }: Expectation, { missing }: Judgement): string {
  if (total === 0)
    return isOwn
      ? `expected_images of its stream names no image for the release of ${compose}`
      : `nothing says which images ${compose} should have; expected_images of its stream can`
  if (missing.length === 0) return `${compose} has all ${total} images it should have`
  const blocking = missing.filter((image) => image.blocking).length
  const rows = missing.map((image) => [imageName(image), image.blocking ? 'yes' : 'no', image.why])
  return `${compose} lacks ${missing.length} of the ${total} images it should have, ${blocking} of them blocking\n\n${table(['IMAGE', 'BLOCKS', 'EXPECTED AS'], rows)}`
}
