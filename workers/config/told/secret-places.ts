import { findOpenQaKey } from '../../../clients/openqa/openqa-client-conf.ts'
import type { Settings } from '../config.ts'
import { secretOf, type SecretName } from '../secret-of.ts'
import type { SecretPlace } from './config-value.ts'

/** Where each secret comes from. Its value is not in the answer. @throws ConfigMistakes, ClientFailure */
export async function secretPlaces(
  { openqa }: Pick<Settings, 'openqa'>,
  environment: NodeJS.ProcessEnv,
): Promise<readonly SecretPlace[]> {
  const key = place('NIGHTJAR_OPENQA_KEY', environment)
  const secret = place('NIGHTJAR_OPENQA_SECRET', environment)
  const others = [place('NIGHTJAR_SMTP_PASSWORD', environment)]
  if (key.from.kind !== 'none' && secret.from.kind !== 'none') return [key, secret, ...others]
  const found = await findOpenQaKey(openqa.url)
  if (found.kind === 'none') return [key, secret, ...others]
  const from = { kind: 'file', file: found.file, line: null } as const
  return [{ ...key, from }, { ...secret, from }, ...others]
}

function place(name: SecretName, environment: NodeJS.ProcessEnv): SecretPlace {
  const secret = secretOf(name, environment)
  if (secret === null) return { name, from: { kind: 'none' } }
  return { name, from: { kind: 'variable', variable: secret.variable, file: secret.file } }
}

/** Whether Nightjar would post, as both parts of a key are there. */
export function canPost(secrets: readonly SecretPlace[]): boolean {
  return secrets.every(({ name, from }) => !name.includes('OPENQA') || from.kind !== 'none')
}
