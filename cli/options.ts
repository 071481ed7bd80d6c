import { Option } from 'commander'

/** `--config`, the same in every command. */
export function configOption(): Option {
  return new Option(
    '-c, --config <file>',
    'the configuration (default: $NIGHTJAR_CONFIG, else nightjar.toml, else the real Fedora)',
  )
}

/** `--json`, the same in every command. */
export function jsonOption(): Option {
  return new Option('--json', 'print the answer as JSON')
}

/** What {@link configOption} gives. */
export interface ConfigOption {
  readonly config?: string
}

/** What {@link jsonOption} gives. */
export interface JsonOption {
  readonly json?: boolean
}
