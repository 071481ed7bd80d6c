import { noteFile, readNote, usualAddress } from '../../temporal/dev-server-note.ts'
import { temporalFile, temporalProfile } from '../../temporal/temporal-profile.ts'
import type { ConfigValue, Origin, SecretPlace } from './config-value.ts'

type Environment = NodeJS.ProcessEnv

/** The Temporal server of a program, and the key for it. */
export interface TemporalTold {
  readonly values: readonly ConfigValue[]
  readonly key: SecretPlace
}

/**
 * Where Temporal is, and what says so: Temporal's own variables, its file, or `nightjar dev` of the folder.
 * @throws ConfigMistakes where Temporal's file cannot be read
 */
export function temporalTold(folder: string, environment: Environment): TemporalTold {
  const { address, namespace, apiKey } = temporalProfile()
  const named = fileOrVariable(environment)
  const key = 'temporal.namespace'
  return {
    values: [
      address === undefined
        ? addressOfDev(folder)
        : { key: 'temporal.address', value: address, from: named('TEMPORAL_ADDRESS') },
      namespace === undefined
        ? { key, value: 'default', from: { kind: 'default' } }
        : { key, value: namespace, from: named('TEMPORAL_NAMESPACE') },
    ],
    key: {
      name: 'TEMPORAL_API_KEY',
      from: apiKey === undefined ? { kind: 'none' } : named('TEMPORAL_API_KEY'),
    },
  }
}

/** What sets a value of a profile: its variable if that is set, else Temporal's file. */
function fileOrVariable(
  environment: Environment,
): (variable: string) => Exclude<Origin, { kind: 'default' }> {
  const file = temporalFile(environment)
  return (variable) =>
    environment[variable] ? { kind: 'variable', variable, file: null } : { kind: 'file', file, line: null }
}

function addressOfDev(folder: string): ConfigValue {
  const note = readNote(folder)
  const key = 'temporal.address'
  if (note === null) return { key, value: usualAddress, from: { kind: 'default' } }
  return { key, value: note.address, from: { kind: 'file', file: noteFile(folder), line: null } }
}
