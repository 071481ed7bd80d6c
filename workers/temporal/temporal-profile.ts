import { homedir } from 'node:os'
import { join } from 'node:path'
import { loadClientConfigProfile, loadClientConnectConfig } from '@temporalio/envconfig'
import { ConfigMistakes } from '../config/config-mistakes.ts'

/** What Temporal's own variables and file say. @throws ConfigMistakes where they cannot be read */
export function temporalProfile(): ReturnType<typeof loadClientConfigProfile> {
  return read(loadClientConfigProfile)
}

/** The same, as a connection takes it. @throws ConfigMistakes where they cannot be read */
export function temporalConnection(): ReturnType<typeof loadClientConnectConfig> {
  return read(loadClientConnectConfig)
}

/** Temporal's own file. */
export function temporalFile(environment: NodeJS.ProcessEnv): string {
  return environment['TEMPORAL_CONFIG_FILE'] || join(homedir(), '.config', 'temporalio', 'temporal.toml')
}

function read<Config>(load: () => Config): Config {
  try {
    return load()
  } catch (cause) {
    throw new ConfigMistakes(`the configuration of Temporal cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

/** The reason without what follows it: of a file that is not TOML, the lines around a mistake, with a key. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const [first = ''] = thrown.message.split('\n')
  if (!('line' in thrown && 'column' in thrown)) return first
  const { line, column } = thrown
  return `${temporalFile(process.env)}, line ${String(line)}, column ${String(column)}: ${first}`
}
