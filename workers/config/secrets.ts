import { ClientFailure } from '../../clients/failure.ts'
import { findOpenQaKey } from '../../clients/openqa/openqa-client-conf.ts'
import { ConfigMistakes } from './config-mistakes.ts'
import { codecKeys } from '../codec/codec-keys.ts'
import { secretNames, secretOf } from './secret-of.ts'

/** An API key of an openQA server. */
export interface OpenQaSecret {
  readonly key: string
  readonly secret: string
}

/**
 * The API key for an openQA server: `NIGHTJAR_OPENQA_KEY` and `NIGHTJAR_OPENQA_SECRET`, else a section of
 * `client.conf` in the folders where openQA's own tools look. Without a key (null) Nightjar only observes.
 * @throws ClientFailure `refused` for a file with a secret that cannot be read
 */
export async function openQaSecret(
  url: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<OpenQaSecret | null> {
  return keyOfVariables(environment) ?? (await keyOfFiles(url))
}

function keyOfVariables(environment: NodeJS.ProcessEnv): OpenQaSecret | null {
  try {
    const key = secretOf('NIGHTJAR_OPENQA_KEY', environment)
    const secret = secretOf('NIGHTJAR_OPENQA_SECRET', environment)
    return key && secret && { key: key.value, secret: secret.value }
  } catch (cause) {
    if (!(cause instanceof ConfigMistakes)) throw cause
    throw new ClientFailure('refused', 'openQA', cause.message, { cause })
  }
}

async function keyOfFiles(url: string): Promise<OpenQaSecret | null> {
  const found = await findOpenQaKey(url)
  return found.kind === 'found' ? found.key : null
}

/** The mail server's password: `NIGHTJAR_SMTP_PASSWORD`; null where it is not set. @throws ConfigMistakes */
export function smtpPassword(environment: NodeJS.ProcessEnv = process.env): string | null {
  return secretOf('NIGHTJAR_SMTP_PASSWORD', environment)?.value ?? null
}

/** Reads every secret once, to find mistakes before a worker needs one. @throws ConfigMistakes */
export function checkSecrets(environment: NodeJS.ProcessEnv = process.env): void {
  for (const name of secretNames) secretOf(name, environment)
  codecKeys(environment)
}
