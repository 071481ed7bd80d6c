import { Command, InvalidArgumentError } from 'commander'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import { diffImages, type ImageDiff } from '../../compose/images/diff.ts'
import { imageName, type Image } from '../../compose/images/image.ts'
import { sizeInWords } from '../../compose/images/size-in-words.ts'
import { safeText } from '../../compose/safe-line.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { composeArgument, releaseOption, type ComposeOptions } from './compose-argument.ts'
import { diffForm } from '../forms/diff.ts'
import { jsonOf } from '../json.ts'
import { imageRow } from './image-row.ts'
import { opener, type Opener } from './open.ts'
import { UsageError } from '../exit-code.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'

interface DiffOptions extends ComposeOptions, JsonOption {
  readonly threshold: number
}

const help = `
A single compose is compared with the last completed compose before it.

Examples:
  nightjar diff Fedora-Rawhide-20261123.n.0 Fedora-Rawhide-20261124.n.0
  nightjar diff Fedora-Rawhide-20261124.n.0 --threshold 25
  nightjar diff 42 43 --json | jq -r '.gone[].path'

Exit codes: 0 the composes were compared, 1 one is not there, 2 wrong usage, 3 no answer.`

/** `nightjar diff <old> <new>` */
export function diffCommand(): Command {
  return new Command('diff')
    .description('Lists the images that are new in a compose, gone, of another type, or of another size.')
    .addArgument(composeArgument('<old>'))
    .addArgument(composeArgument('[new]'))
    .option('--threshold <percent>', 'how much an image must grow or shrink to be listed', readPercent, 10)
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(diff)
}

async function diff(first: string, second: string | undefined, options: DiffOptions): Promise<void> {
  const composes = opener(options, second === undefined ? [first] : [first, second])
  requireAlike(composes, first, second)
  const older = await composes.open(second === undefined ? await previousOf(composes, first) : first)
  const newer = await composes.open(second ?? first)
  const found = diffImages(older.images, newer.images, { threshold: options.threshold / 100 })
  console.log(options.json ? inJson(older, newer, found) : inWords(older, newer, found))
}

/** A build of Fedora CoreOS has no image in common with a compose. @throws UsageError */
function requireAlike({ name }: Opener, first: string, second: string | undefined): void {
  if (second === undefined || (name(first).kind === 'coreos') === (name(second).kind === 'coreos')) return
  throw new UsageError('a build of Fedora CoreOS is compared with another build only, not with a compose')
}

async function previousOf(composes: Opener, word: string): Promise<string> {
  const { findPrevious } = await import('../../sources/find-previous.ts')
  const ref = await composes.ref(word)
  const previous = await findPrevious(composes.services, ref)
  if (previous) return formatComposeName(previous)
  throw new Error(
    `no completed compose is known before ${formatComposeName(ref)}; name the one to compare it with`,
  )
}

function inJson(
  older: OpenedCompose,
  newer: OpenedCompose,
  { gone, new_images: fresh, renamed, resized }: ImageDiff,
): string {
  const urls = new Map<Image, string>([...older.images, ...newer.images].map((image) => [image, image.url]))
  const row = (image: Image) => imageRow({ ...image, url: urls.get(image) ?? '' })
  return jsonOf(diffForm, {
    old: older.compose,
    new: newer.compose,
    gone: gone.map(row),
    new_images: fresh.map(row),
    renamed: renamed.map(({ from, to }) => ({ from: row(from), to: row(to) })),
    resized: resized.map(({ from, to, change }) => ({ from: row(from), to: row(to), change })),
  })
}

function inWords(
  older: OpenedCompose,
  newer: OpenedCompose,
  { gone, new_images: fresh, renamed, resized }: ImageDiff,
): string {
  const counts = `${fresh.length} new, ${gone.length} gone, ${renamed.length} of another type, ${resized.length} of another size`
  const lines = [
    ...fresh.map((image) => `new   ${imageName(image)}`),
    ...gone.map((image) => `gone  ${imageName(image)}`),
    ...renamed.map(({ from, to }) => `type  ${imageName(from)} -> ${to.type}`),
    ...resized.map(({ from, to, change }) => {
      const percent = `${change > 0 ? '+' : ''}${Math.round(change * 100)} %`
      return `size  ${imageName(to)}: ${sizeInWords(from.size)} -> ${sizeInWords(to.size)} (${percent})`
    }),
  ]
  return [`${newer.compose} against ${older.compose}: ${counts}`, ...lines].map(safeText).join('\n')
}

function readPercent(text: string): number {
  const percent = Number(text)
  if (text.trim() !== '' && percent >= 0 && percent < 100) return percent
  throw new InvalidArgumentError('expected a number from 0 to 99')
}
