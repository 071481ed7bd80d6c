import type { Settings } from '../../workers/config/config.ts'
import { readNight } from '../nights/night-argument.ts'
import type { ConfigOption } from '../options.ts'
import { runOfCandidate } from './run-of-candidate.ts'

/** Like {@link idsOfNight}, by the configuration of a command. */
export async function nightNamed(text: string, { config }: ConfigOption): Promise<readonly string[]> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  return await idsOfNight(text, loadConfig(config))
}

/** The workflow ids that a named night or candidate may have. @throws UsageError, ClientFailure */
export async function idsOfNight(text: string, settings: Settings): Promise<readonly string[]> {
  const candidate = await runOfCandidate(text, settings)
  return candidate === null ? readNight(text, settings) : [candidate]
}
