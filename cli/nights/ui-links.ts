import { nightsLink, runLink, type TemporalUi } from '../../report/words/temporal-links.ts'
import type { NightDetail } from '../../workers/read-nights.ts'
import type { ConfigOption } from '../options.ts'

/**
 * Temporal's UI: that of the configuration, else the one that `nightjar dev` runs; null where none is known.
 */
async function temporalUi({ config }: ConfigOption): Promise<TemporalUi | null> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { placesOf } = await import('../../workers/config/places.ts')
  const { temporalPlace } = await import('../../workers/temporal/temporal.ts')
  const settings = loadConfig(config)
  const { ui, namespace } = temporalPlace(settings.folder)
  const url = placesOf(settings).temporalUi ?? ui
  return url === null ? null : { url, namespace }
}

/** Where Temporal's UI shows a night, and while it runs, the last answer of each look; empty without a UI. */
export async function runLinks(night: NightDetail, options: ConfigOption): Promise<string> {
  const ui = await temporalUi(options)
  if (ui === null) return ''
  const page = (tab: 'user-metadata' | 'pending-activities') =>
    runLink(ui, night.night, { run: night.temporalRun, tab })
  const looks = night.status === 'RUNNING' ? `\n  each look: ${page('pending-activities')}` : ''
  return `\n\nIn Temporal's UI:\n  details:   ${page('user-metadata')}${looks}`
}

/**
 * Where Temporal's UI lists the nights, those with some verdicts where they are given; empty without a UI.
 */
export async function listLink(verdicts: readonly string[], options: ConfigOption): Promise<string> {
  const ui = await temporalUi(options)
  return ui === null ? '' : `\n\nIn Temporal's UI: ${nightsLink(ui, verdicts)}`
}
