import { ClientFailure } from '../../../clients/failure.ts'
import { findOpenQaKey } from '../../../clients/openqa/openqa-client-conf.ts'
import type { Settings } from '../config.ts'
import { secretOf, type SecretName } from '../secret-of.ts'
import type { SecretPlace } from './config-value.ts'

/** Where each secret comes from. Its value is not in the answer. @throws ConfigMistakes */
export async function secretPlaces(
  { openqa }: Pick<Settings, 'openqa'>,
  environment: NodeJS.ProcessEnv,
): Promise<readonly SecretPlace[]> {
  const key = place('NIGHTJAR_OPENQA_KEY', environment)
  const secret = place('NIGHTJAR_OPENQA_SECRET', environment)
  const names = ['NIGHTJAR_SMTP_PASSWORD', 'NIGHTJAR_RESULTSDB_PASSWORD', 'NIGHTJAR_CODEC_KEYS'] as const
  const others = names.map((name) => place(name, environment))
  if (key.from.kind !== 'none' && secret.from.kind !== 'none') return [key, secret, ...others]
  const from = await placeInFiles(openqa.url)
  return [{ ...key, from }, { ...secret, from }, ...others]
}

async function placeInFiles(url: string): Promise<SecretPlace['from']> {
  try {
    const found = await findOpenQaKey(url)
    return found.kind === 'none' ? { kind: 'none' } : { kind: 'file', file: found.file, line: null }
  } catch (error) {
    if (!(error instanceof ClientFailure)) throw error
    return { kind: 'unreadable', why: error.message }
  }
}

function place(name: SecretName, environment: NodeJS.ProcessEnv): SecretPlace {
  const secret = secretOf(name, environment)
  if (secret === null) return { name, from: { kind: 'none' } }
  return { name, from: { kind: 'variable', variable: secret.variable, file: secret.file } }
}

/** Whether Nightjar would post, as both parts of a key are there; null where this user cannot know. */
export function canPost(secrets: readonly SecretPlace[]): boolean | null {
  const kinds = secrets.filter(({ name }) => name.includes('OPENQA')).map(({ from }) => from.kind)
  return kinds.includes('unreadable') ? null : !kinds.includes('none')
}
