import { configSchema } from './config-schema.ts'
import { ConfigMistakes, type Config } from './config.ts'

/**
 * Where a worker serves its health and metrics: `NIGHTJAR_LISTEN`, else that of the configuration; null where
 * neither says. @throws ConfigMistakes for a variable that is no host and port
 */
export function listenOf(
  { worker: { listen: configured } }: Pick<Config, 'worker'>,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  const named = environment['NIGHTJAR_LISTEN']
  if (!named) return configured ?? null
  const checked = configSchema.safeParse({ worker: { listen: named } }, { jitless: true })
  if (checked.success) return named
  throw new ConfigMistakes(
    `NIGHTJAR_LISTEN: ${checked.error.issues.map(({ message }) => message).join('; ')}`,
  )
}
