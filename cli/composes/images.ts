import { Command } from 'commander'
import { filterImages, type ImageFilter } from '../../compose/images/image-filter.ts'
import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import { composeArgument, releaseOption, type ComposeOptions } from './compose-argument.ts'
import { exitCode } from '../exit-code.ts'
import { imagesForm } from '../forms/image.ts'
import { jsonOf } from '../json.ts'
import { sizeInWords } from '../../compose/images/size-in-words.ts'
import { imageRow } from './image-row.ts'
import { opener } from './open.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { wordList } from '../word-list.ts'

interface ImagesOptions extends ComposeOptions, JsonOption {
  readonly arch?: readonly string[]
  readonly type?: readonly string[]
  readonly subvariant?: readonly string[]
  readonly payload?: readonly string[]
  readonly search?: readonly string[]
  readonly allWords?: boolean
  readonly table?: boolean
}

const help = `
Prints one URL a line. A list has commas between its words; letter case does not matter.

Examples:
  nightjar images Fedora-Rawhide-20261124.n.0 --arch x86_64 --type live,boot
  nightjar images 44_RC-1.2 --subvariant workstation --table
  nightjar images RC-1.2 --release 44 --search server,cloud
  nightjar images 43 --json | jq -r '.images[] | select(.size > 4e9) | .path'
  nightjar images ./composes/Fedora-42-20250410.0

Exit codes: 0 at least one image matches, 1 none does or there is no such compose, 2 wrong usage, 3 no answer.`

/** `nightjar images <compose>` */
export function imagesCommand(): Command {
  return new Command('images')
    .description('Lists the images of a compose, all or those that match.')
    .addArgument(composeArgument())
    .option('-a, --arch <list>', 'of these arches; i686 is i386', wordList)
    .option('-t, --type <list>', 'of these types; netinst is boot', wordList)
    .option('-p, --subvariant <list>', 'of these subvariants', wordList)
    .option('--payload <list>', 'the same, as fedfind calls it', wordList)
    .option('-s, --search <list>', 'with any of these words in the path', wordList)
    .option('--all-words', 'with all of the words of --search')
    .option('--table', 'print a table instead of URLs')
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(images)
}

async function images(word: string, options: ImagesOptions): Promise<void> {
  const { compose, images: all } = await opener(options, [word]).open(word)
  const wanted = new Set(filterImages(all, filterOf(options)))
  const fitting = all.filter((image) => wanted.has(image))
  if (options.json) console.log(jsonOf(imagesForm, { compose, images: fitting.map(imageRow) }))
  else if (fitting.length > 0)
    console.log(options.table ? inTable(fitting) : fitting.map(({ url }) => url).join('\n'))
  if (fitting.length > 0) return
  console.error(`nightjar: none of the ${all.length} images of ${compose} matches`)
  process.exitCode = exitCode.bad
}

function filterOf({
  arch = [],
  type = [],
  subvariant = [],
  payload = [],
  search = [],
  allWords,
}: ImagesOptions): ImageFilter {
  return {
    arches: arch,
    types: type,
    subvariants: [...subvariant, ...payload],
    terms: search,
    termsMatch: allWords ? 'all' : 'any',
  }
}

function inTable(fitting: readonly LocatedImage[]): string {
  const rows = fitting.map(({ subvariant, type, format, arch, size, path }) => [
    subvariant,
    type,
    format,
    arch,
    sizeInWords(size),
    path,
  ])
  return table(['SUBVARIANT', 'TYPE', 'FORMAT', 'ARCH', 'SIZE', 'PATH'], rows)
}
