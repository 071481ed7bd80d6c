import { candidates } from '../../compose/naming/candidate.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import type { Scenario } from '../results/lineage.ts'

/** `TEST FLAVOR ARCH MACHINE` of tests that must pass; `*` stands for any text within a word. */
export type TestPattern = string

/** What a stream's compose must have so that it is not broken. */
export interface Requirements {
  readonly tests: readonly TestPattern[]
  /** Whether the configuration names the tests; otherwise they are Fedora's. */
  readonly areOwnTests: boolean
  /** `KDE live x86_64`; null for those that the list of expected images calls blocking. */
  readonly images: readonly string[] | null
}

const media = ['Server-dvd-iso', 'Workstation-live-iso', 'KDE-live-iso']
const desktops = ['Workstation-live-iso', 'KDE-live-iso']

const onMedia = [
  'install_default_upload',
  'base_selinux',
  'base_service_manipulation',
  'base_services_start',
  'base_system_logging',
  'base_update_cli',
]

const onDesktops = ['desktop_browser', 'desktop_terminal', 'desktop_update_graphical', 'install_no_user']

const onServer = ['server_cockpit_default', 'server_filesystem_default', 'server_firewall_default']

const installs = [
  'install_anaconda_text',
  'install_delete_partial',
  'install_package_set_minimal',
  'install_simple_encrypted',
]

/**
 * The tests that block a Fedora release: those of the Basic and Beta criteria that run on the blocking media
 * of x86_64. Their choice and form follow Greenwave's policy `openqa_important_stuff_for_rawhide`, which
 * gated the sync of Rawhide to the mirrors: base and desktop tests on Server, Workstation and KDE, on the
 * machine 64bit.
 */
export const requiredByFedora: readonly TestPattern[] = [
  ...product(onMedia, media),
  ...product(onDesktops, desktops),
  ...product(onServer, ['Server-dvd-iso']),
  ...product(installs, ['universal']),
  ...product(['cloud_autocloud'], ['Cloud_Base-qcow2-qcow2']),
]

const ofARelease: readonly Stream[] = ['rawhide', 'branched', candidates]

/**
 * What Fedora requires of a stream: the same of Rawhide, Branched and the candidates. Nobody has written down
 * what blocks IoT, Cloud or ELN.
 */
export function fedoraRequirements(stream: Stream): Requirements {
  const tests = ofARelease.includes(stream) ? requiredByFedora : []
  return { tests, areOwnTests: false, images: null }
}

function product(tests: readonly string[], flavors: readonly string[]): readonly TestPattern[] {
  return tests.flatMap((test) => flavors.map((flavor) => `${test} ${flavor} x86_64 64bit`))
}

/** Whether one of the patterns names a test. */
export function requires(patterns: readonly TestPattern[]): (scenario: Scenario) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')))
  const wild = patterns.filter((pattern) => pattern.includes('*')).map((pattern) => pattern.split(' '))
  return ({ test, flavor, arch, machine }) => {
    const words = [test, flavor, arch, machine]
    return (
      exact.has(words.join(' ')) ||
      wild.some((pattern) => words.every((word, nth) => fits(word, pattern[nth] ?? '')))
    )
  }
}

/** Whether a word is as a pattern says, in which `*` is any text. It takes one walk through the word. */
function fits(word: string, pattern: string): boolean {
  const [first = '', ...parts] = pattern.split('*')
  const last = parts.pop()
  if (last === undefined) return word === pattern
  if (!word.startsWith(first) || word.length < first.length + last.length || !word.endsWith(last))
    return false
  let from = first.length
  const until = word.length - last.length
  for (const part of parts) {
    const at = word.indexOf(part, from)
    if (at === -1 || at + part.length > until) return false
    from = at + part.length
  }
  return true
}

/** The patterns that name none of some tests: they may be misspelt. */
export function unmatched(
  patterns: readonly TestPattern[],
  tests: readonly Scenario[],
): readonly TestPattern[] {
  return patterns.filter((pattern) => !tests.some(requires([pattern])))
}
