import { ConfigMistakes, settingsOf, type Settings } from '../config.ts'
import { findConfig, type FoundConfig } from '../find-config.ts'
import { codecKeys } from '../../codec/codec-keys.ts'
import { secretNames, secretOf } from '../secret-of.ts'
import { readExpected } from '../read-expected.ts'
import { readWanted } from '../read-wanted.ts'
import type { ConfigValue, SecretPlace } from './config-value.ts'
import { configValues } from './config-values.ts'
import { secretPlaces } from './secret-places.ts'
import { temporalTold } from './temporal-told.ts'

/** A whole configuration without its secrets. */
export interface ToldConfig extends Pick<FoundConfig, 'file' | 'namedBy' | 'looked'> {
  readonly values: readonly ConfigValue[]
  readonly secrets: readonly SecretPlace[]
}

/**
 * Every value of a configuration and of what the environment adds, and where each comes from.
 * @throws ConfigMistakes that lists the mistakes of all
 */
export async function toldConfig(
  named: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ToldConfig> {
  const found = findConfig(named, environment)
  const settings = withoutMistakes(found, environment)
  const { file, namedBy, looked } = found
  const temporal = temporalTold(settings.folder, environment)
  const values = [...configValues(settings, found, environment), ...temporal.values]
  const secrets = [...(await secretPlaces(settings, environment)), temporal.key]
  return { file, namedBy, looked, values, secrets }
}

/** The settings, after all that can be wrong with them was looked at. @throws ConfigMistakes */
function withoutMistakes(found: FoundConfig, environment: NodeJS.ProcessEnv): Settings {
  const mistakes: string[] = []
  const attempt = <Read>(read: () => Read): Read | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ConfigMistakes)) throw error
      mistakes.push(error.message)
      return null
    }
  }
  const settings = attempt(() => settingsOf(found, environment))
  const streams = settings?.streams ?? []
  const lists = new Set([settings?.openqa.wanted, ...streams.map(({ wanted }) => wanted)])
  for (const file of lists) if (file !== undefined) attempt(() => readWanted(file))
  for (const { expected_images: file } of streams) if (file !== undefined) attempt(() => readExpected(file))
  for (const name of secretNames) attempt(() => secretOf(name, environment))
  if (mistakes.length === 0) attempt(() => codecKeys(environment))
  if (settings !== null && mistakes.length === 0) return settings
  throw new ConfigMistakes(mistakes.join('\n'))
}
