import { archNames } from '../../compose/images/arch.ts'
import { quoted } from '../../compose/quoted.ts'
import { UsageError } from '../exit-code.ts'
import type { ConfigOption } from '../options.ts'

/** A misspelt arch would be a night that tests nothing. @throws UsageError with those that are known */
export async function refuseUnknownArches(asked: readonly string[], { config }: ConfigOption): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { openqa, streams } = loadConfig(config)
  const tested = [...openqa.arches, ...streams.flatMap((stream) => stream.arches ?? [])]
  const known = [...new Set([...archNames, ...tested])]
  const unknown = asked.find((arch) => !known.includes(arch))
  if (unknown === undefined) return
  throw new UsageError(`expected arches such as x86_64 (${known.join(', ')}), not ${quoted(unknown)}`)
}
