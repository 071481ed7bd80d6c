import { Command } from 'commander'
import { liveIso } from '../../compose/coreos/coreos-build.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { readComposeId } from '../../compose/naming/compose-id.ts'
import { isMadeUp } from '../../compose/naming/compose-ref.ts'
import { commaList } from '../../compose/images/image-filter.ts'
import { safeLine } from '../../compose/safe-line.ts'
import type { Places } from '../../sources/compose-tools.ts'
import {
  lacksLiveIso,
  planPostsOf,
  readLabelOf,
  releaseOf,
  type PlanWishes,
} from '../../sources/plan-posts.ts'
import { candidateTag, isCandidate } from '../../jobs/plan/candidate-tag.ts'
import { extraSettingMistakes } from '../../jobs/plan/extra-settings.ts'
import { postCommand } from '../../jobs/plan/post-command.ts'
import type { Post } from '../../jobs/plan/post.ts'
import { wantedOfCoreos, type WantedImage } from '../../jobs/plan/wanted.ts'
import { counted } from '../../report/counted.ts'
import { composeSource } from '../../workers/config/compose-source.ts'
import { readWanted } from '../../workers/config/read-wanted.ts'
import { composeArgument, releaseOption, type ComposeOptions } from './compose-argument.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { planForm } from '../forms/plan.ts'
import { jsonOf } from '../json.ts'
import { opener } from './open.ts'
import { streamServices } from './stream-services.ts'
import { configOption, flavorsOption, jsonOption, type FlavorsOption, type JsonOption } from '../options.ts'

/** Milliseconds. */
const releasesDeadlineMs = 5000

interface PlanOptions extends ComposeOptions, FlavorsOption, JsonOption {
  readonly arch?: readonly string[]
  readonly set?: Readonly<Record<string, string>>
  readonly wanted?: string
  readonly force?: boolean
  readonly updates?: string
}

const help = `
Posts nothing: it prints shell commands that would post. Lines with # are remarks. The URL may also be that of a
build of Fedora CoreOS, a folder with a meta.json.

Examples:
  nightjar plan Fedora-Rawhide-20261124.n.0 --arch x86_64,aarch64
  nightjar plan Fedora-Rawhide-20261124.n.0 --flavors universal,KDE-live-iso
  nightjar plan 44_RC-1.2 --set DESKTOP=kde        its jobs get their own build, …-EXTRA
  nightjar plan 44_RC-1.2 --updates https://fedorapeople.org/groups/qa/updates.img
  nightjar plan ./images.json --wanted wanted.json | sh
  nightjar plan https://builds.coreos.fedoraproject.org/prod/streams/rawhide/builds/36.20211123.91.0/x86_64

Exit codes: 0 there is something to post, 1 there is not or there is no such compose, 2 wrong usage, 3 no answer.`

/** `nightjar plan <compose>` */
export function planCommand(): Command {
  return new Command('plan')
    .description('Prints what would be posted to openQA to test a compose, without posting.')
    .addArgument(composeArgument())
    .option('-a, --arch <list>', 'the arches to test (default: those of the configuration)', commaList)
    .addOption(flavorsOption())
    .option('--set <KEY=VALUE>', 'an extra setting for every post; may be repeated', readSetting)
    .option('--updates <URL>', 'an updates image that every installation loads; jobs get the build …-EXTRA')
    .option('--wanted <file>', "the images to test, in the format of fedora_openqa's images.json")
    .option('--force', 'let openQA cancel the running jobs of this build')
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(plan)
}

async function plan(word: string, options: PlanOptions): Promise<void> {
  const extra = extraSettings(options)
  const mistakes = extraSettingMistakes(extra)
  if (mistakes.length > 0) throw new UsageError(`the extra settings are wrong: ${mistakes.join('; ')}`)
  const { settings, services, name, open } = opener(options, [word])
  const found = await open(word)
  // A compose on this machine is planned from its files alone.
  const label = name(word).kind === 'local' ? found.label : await readLabelOf(services, found)
  const opened = { ...found, label }
  requireBuild(opened)
  const { places } = streamServices(services, settings, opened.ref)
  const wishes = wishesOf(opened, options, { places, extra })
  // Only upgrade tests need the list of releases, so a plan does not wait long for it.
  const hasty = { ...services, tree: composeSource(settings, releasesDeadlineMs).tree }
  const { posts, warnings } = await planPostsOf(hasty, opened, wishes)
  for (const warning of warnings) console.error(`nightjar: ${warning}`)
  if (posts.length === 0) console.error(`nightjar: ${whyNothing(opened, wishes)}`)
  if (options.json) console.log(jsonOf(planForm, { compose: opened.compose, posts }))
  else console.log(inCommands(opened, wishes.arches, posts, settings.openqa.url))
  if (posts.length === 0) process.exitCode = exitCode.bad
}

/** Why there is nothing to post. */
function whyNothing(opened: OpenedCompose, { arches, flavors }: PlanWishes): string {
  const { compose, images } = opened
  if (lacksLiveIso(opened))
    return `${compose} has no ${liveIso.name}, the only image of Fedora CoreOS that openQA tests`
  const made = [...new Set(images.map(({ arch }) => arch))]
  if (!made.some((arch) => arches.includes(arch)))
    return `${compose} has no image for ${arches.join(', ')}${made.length > 0 ? `, only for ${made.join(', ')}` : ''}`
  const more = flavors === undefined ? '' : ` with the flavor ${flavors.join(' or ')}`
  return `none of the images of ${compose} for ${arches.join(', ')} is tested${more}`
}

/** The settings that a person adds, those of an updates image among them. @throws UsageError */
function extraSettings({ set = {}, updates }: PlanOptions): Readonly<Record<string, string>> {
  if (updates === undefined) return set
  if (!/^https?:\/\/[^\s/]+\/\S*$/.test(updates))
    throw new UsageError(`expected the URL of an updates image, not ${JSON.stringify(updates.slice(0, 60))}`)
  if (set['GRUBADD'] !== undefined) throw new UsageError('--updates sets GRUBADD: leave out --set GRUBADD')
  return { ...set, GRUBADD: `inst.updates=${updates}` }
}

function wishesOf(
  opened: OpenedCompose,
  options: PlanOptions,
  { places, extra }: { readonly places: Places; readonly extra: Readonly<Record<string, string>> },
): PlanWishes {
  return {
    version: versionOf(opened, options),
    arches: options.arch ?? places.arches,
    wanted: wantedOf(opened, options.wanted, places.wanted),
    ...(options.flavors === undefined ? {} : { flavors: options.flavors }),
    ...(Object.keys(extra).length === 0 ? {} : { extraSettings: extra }),
    ...(options.force ? { force: 'obsolete' } : {}),
  }
}

/** No compose has the id that is made up for a release, so jobs of that BUILD would belong to nothing. */
function requireBuild({ compose }: OpenedCompose): void {
  const id = readComposeId(compose)
  if (id === null || !isMadeUp(id)) return
  throw new UsageError(
    `nothing says which compose became Fedora ${id.version}, and openQA needs its id as BUILD; name it by its id, or by its label, such as ${id.version}_RC-1.2`,
  )
}

function inCommands(
  { compose, id, label }: OpenedCompose,
  arches: readonly string[],
  posts: readonly Post[],
  url: string,
): string {
  return [
    remark(`${compose}: ${counted(posts.length, 'post')} for ${arches.join(', ')}`),
    ...posts.map((post) => postCommand(url, post)),
    ...(id !== null && posts.length > 0 && isCandidate(id, label)
      ? [remark(`a candidate: to keep its jobs, add the comment ${candidateTag(compose)} to their group`)]
      : []),
  ].join('\n')
}

/** A shell runs what follows a line break, so a remark has none. */
function remark(text: string): string {
  return `# ${safeLine(text)}`
}

function versionOf(opened: OpenedCompose, { release }: ComposeOptions): string {
  const version = release ?? releaseOf(opened)
  if (version !== null) return String(version)
  throw new UsageError(`the release of ${opened.compose} is not known; add --release N, or --release Rawhide`)
}

/** The list of the configuration is for composes. */
function wantedOf(
  { coreos }: OpenedCompose,
  file: string | undefined,
  configured: readonly WantedImage[],
): readonly WantedImage[] {
  if (file !== undefined) return readWanted(file)
  return coreos === undefined ? configured : wantedOfCoreos
}

function readSetting(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = text.indexOf('=')
  if (at > 0) return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
  throw new UsageError(`expected KEY=VALUE, not ${JSON.stringify(text.slice(0, 60))}`)
}
