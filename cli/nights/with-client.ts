import type { Client } from '@temporalio/client'
import type { Settings } from '../../workers/config/config.ts'
import type { ConfigOption } from '../options.ts'

/**
 * Does something with the Temporal server of a configuration, and lets go of it whatever comes.
 * Temporal's client is read only now: it takes longer to load than most commands take.
 */
export async function withClient<Result>(
  { config }: ConfigOption,
  act: (client: Client, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { connectClient, temporalPlace } = await import('../../workers/temporal/temporal.ts')
  const settings = loadConfig(config)
  const client = await connectClient(temporalPlace(settings.folder))
  try {
    return await act(client, settings)
  } finally {
    await client.connection.close()
  }
}
