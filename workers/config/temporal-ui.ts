import { configSchema } from './config-schema.ts'
import { ConfigMistakes, type Config } from './config.ts'

/**
 * Temporal's web UI, for the links of reports: `NIGHTJAR_TEMPORAL_UI`, else that of the configuration; null
 * where neither names one. @throws ConfigMistakes for a variable that is not such a URL
 */
export function temporalUi(
  { temporal_ui: configured }: Pick<Config, 'temporal_ui'>,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  const named = environment['NIGHTJAR_TEMPORAL_UI']
  if (!named) return configured ?? null
  const checked = configSchema.shape.temporal_ui.safeParse(named, { jitless: true })
  if (!checked.success) {
    throw new ConfigMistakes(
      `NIGHTJAR_TEMPORAL_UI: ${checked.error.issues.map(({ message }) => message).join('; ')}`,
    )
  }
  return named
}
