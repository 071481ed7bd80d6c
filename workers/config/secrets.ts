import { findOpenQaKey } from '../../clients/openqa/openqa-client-conf.ts'

/** An API key of an openQA server. */
export interface OpenQaSecret {
  readonly key: string
  readonly secret: string
}

/**
 * The API key for an openQA server: `$NIGHTJAR_OPENQA_KEY` and `$NIGHTJAR_OPENQA_SECRET`, else a section of
 * `client.conf` in the folders where openQA's own tools look. Without a key (null) Nightjar only observes.
 */
export async function openQaSecret(
  url: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<OpenQaSecret | null> {
  const key = environment['NIGHTJAR_OPENQA_KEY']
  const secret = environment['NIGHTJAR_OPENQA_SECRET']
  if (key && secret) return { key, secret }
  const found = await findOpenQaKey(url)
  return found.kind === 'found' ? found.key : null
}

/** The mail server's password, only from `$NIGHTJAR_SMTP_PASSWORD`. Null if that is unset or empty. */
export function smtpPassword(environment: NodeJS.ProcessEnv = process.env): string | null {
  return environment['NIGHTJAR_SMTP_PASSWORD'] || null
}
