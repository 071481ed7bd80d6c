import { Command } from 'commander'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { commaList } from '../../compose/images/image-filter.ts'
import { candidateTag } from '../../jobs/plan/candidate-tag.ts'
import { mashPosts } from '../../jobs/plan/mash-posts.ts'
import type { PlanInput } from '../../jobs/plan/plan-input.ts'
import { planPosts } from '../../jobs/plan/plan.ts'
import { postCommand } from '../../jobs/plan/post-command.ts'
import type { Post } from '../../jobs/plan/post.ts'
import { wantedByFedora, type Wanted } from '../../jobs/plan/wanted.ts'
import { readWanted } from '../../workers/config/read-wanted.ts'
import { composeArgument, releaseOption, type ComposeOptions } from './compose-argument.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { opener, type Opener } from './open.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'
import { planReleases } from './plan-releases.ts'

interface PlanOptions extends ComposeOptions, JsonOption {
  readonly arch?: readonly string[]
  readonly set?: Readonly<Record<string, string>>
  readonly wanted?: string
  readonly force?: boolean
}

const help = `
Does nothing: it prints what would be posted, as commands for a shell; lines with # are remarks.

Examples:
  nightjar plan Fedora-Rawhide-20261124.n.0 --arch x86_64,aarch64
  nightjar plan 44_RC-1.2 --set DESKTOP=kde        its jobs are apart, as build …-EXTRA
  nightjar plan ./images.json --wanted wanted.json | sh

Exit codes: 0 there is something to post, 1 there is not or the compose is not there, 2 wrong usage, 3 no answer.`

/** `nightjar plan <compose>` */
export function planCommand(): Command {
  return new Command('plan')
    .description('Prints what would be posted to openQA to test a compose, and does nothing.')
    .addArgument(composeArgument())
    .option('-a, --arch <list>', 'the arches to test (default: those of the configuration)', commaList)
    .option('--set <KEY=VALUE>', 'one more setting for every post; may be given again', readSetting)
    .option('--wanted <file>', "the images to test, in the format of fedora_openqa's images.json")
    .option('--force', 'let openQA cancel what still runs of this very build')
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(plan)
}

async function plan(word: string, options: PlanOptions): Promise<void> {
  const { settings, source, name, open } = opener(options)
  const named = name(word)
  const opened = await open(word)
  const arches = options.arch ?? settings.openqa.arches
  const mash = named.kind === 'ref' && named.ref.kind === 'mash' ? named.ref : null
  const posts = mash
    ? mashPosts(mash, opened.images, arches)
    : planned(await inputOf(opened, arches, options, { settings, source }))
  const { compose, label } = opened
  if (options.json) console.log(JSON.stringify(posts, null, 2))
  else console.log(inCommands({ compose, arches, label }, posts, settings.openqa.url))
  if (posts.length === 0) process.exitCode = exitCode.bad
}

async function inputOf(
  opened: OpenedCompose,
  arches: readonly string[],
  options: PlanOptions,
  { settings, source }: Pick<Opener, 'settings' | 'source'>,
): Promise<PlanInput> {
  const version = versionOf(opened, options)
  return {
    compose: opened.compose,
    version,
    location: opened.tree,
    images: opened.images,
    arches,
    releases: await planReleases(source, settings, version, opened),
    ...(opened.label === null ? {} : { label: opened.label }),
    wanted: wantedOf(options.wanted ?? settings.openqa.wanted),
    ...(options.set === undefined ? {} : { extraSettings: options.set }),
    ...(options.force ? { force: 'obsolete' } : {}),
  }
}

function inCommands(
  { compose, arches, label }: Pick<OpenedCompose, 'compose' | 'label'> & Pick<PlanInput, 'arches'>,
  posts: readonly Post[],
  url: string,
): string {
  return [
    `# ${compose}: ${posts.length} posts for ${arches.join(', ')}`,
    ...posts.map((post) => postCommand(url, post)),
    ...(label === null
      ? []
      : [`# a candidate: keep its jobs by the comment ${candidateTag(compose)} on their group`]),
  ].join('\n')
}

function versionOf({ id, judged, compose }: OpenedCompose, { release }: ComposeOptions): string {
  if (release !== undefined) return String(release)
  const version = id?.version ?? judged?.release
  if (version !== undefined) return String(version)
  throw new UsageError(`nothing says of which release ${compose} is; add --release N, or --release Rawhide`)
}

/** What is wrong with the extra settings is the person's mistake, not the compose's. */
function planned(input: PlanInput): readonly Post[] {
  try {
    return planPosts(input)
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function wantedOf(file: string | undefined): readonly Wanted[] {
  return file === undefined ? wantedByFedora : readWanted(file)
}

function readSetting(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = text.indexOf('=')
  if (at > 0) return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
  throw new UsageError(`expected KEY=VALUE, not ${JSON.stringify(text.slice(0, 60))}`)
}
