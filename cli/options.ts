import { Option } from 'commander'
import { commaList } from '../compose/images/image-filter.ts'
import { UsageError } from './exit-code.ts'

/** `--config`, the same in every command. */
export function configOption(): Option {
  return new Option(
    '-c, --config <file>',
    'the configuration (default: $NIGHTJAR_CONFIG, else the first of ./nightjar.toml, ~/.config/nightjar/nightjar.toml and /etc/nightjar/nightjar.toml, else the real Fedora)',
  )
}

/** `--json`, the same in every command. */
export function jsonOption(): Option {
  return new Option('--json', 'print the answer as JSON, in a form of docs/json.md')
}

/** `--flavors`, the same for a plan and a night. */
export function flavorsOption(): Option {
  return new Option('--flavors <list>', 'only these flavors, in any letter case').argParser(readFlavors)
}

function readFlavors(text: string): readonly string[] {
  const flavors = commaList(text)
  if (flavors.length > 0) return flavors
  throw new UsageError('expected flavors such as Server-dvd-iso,universal')
}

/** `--arch` of a night. */
export function archOption(): Option {
  return new Option('-a, --arch <list>', 'only these arches, of those of the configuration').argParser(
    readArches,
  )
}

function readArches(text: string): readonly string[] {
  const arches = commaList(text)
  if (arches.length > 0 && arches.every((arch) => /^\w{1,20}$/.test(arch))) return arches
  throw new UsageError(`expected arches such as x86_64,aarch64, not ${JSON.stringify(text.slice(0, 60))}`)
}

/** What {@link configOption} gives. */
export interface ConfigOption {
  readonly config?: string
}

/** What {@link jsonOption} gives. */
export interface JsonOption {
  readonly json?: boolean
}

/** What {@link flavorsOption} gives. */
export interface FlavorsOption {
  readonly flavors?: readonly string[]
}
