import type { Client } from '@temporalio/client'
import type { Settings } from '../../workers/config/config.ts'
import type { TemporalPlace } from '../../workers/temporal/temporal.ts'
import type { ConfigOption } from '../options.ts'

/**
 * Acts with a client of the Temporal server, and always closes the client. Temporal's client is imported here
 * because it takes longer to load than most commands take.
 */
export async function withClient<Result>(
  { config }: ConfigOption,
  act: (client: Client, settings: Settings, place: TemporalPlace) => Promise<Result>,
): Promise<Result> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { connectClient, temporalPlace } = await import('../../workers/temporal/temporal.ts')
  const settings = loadConfig(config)
  const place = temporalPlace(settings.folder)
  const client = await connectClient(place)
  try {
    return await act(client, settings, place)
  } finally {
    await client.connection.close()
  }
}
