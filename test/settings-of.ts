import { stringify } from 'smol-toml'
import { settingsOf as read, type Settings } from '../workers/config/config.ts'

/** The settings by a configuration with some tables, and defaults for the rest. */
export function settingsOf(tables: Readonly<Record<string, unknown>> = {}): Settings {
  return read({ file: null, text: stringify(tables) }, {})
}
