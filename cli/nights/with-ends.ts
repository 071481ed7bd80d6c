import type { Client } from '@temporalio/client'
import type { NightLine } from '../../archive/queries/night-lines.ts'
import type { ConfigOption } from '../options.ts'
import { withClient } from './with-client.ts'

/**
 * Nights of the archive, with the end of those whose run is over without a report: a run that was terminated
 * could not write that down. While Temporal does not answer, they stay as they are.
 */
export async function withEnds(
  nights: readonly NightLine[],
  options: ConfigOption,
): Promise<readonly NightLine[]> {
  if (nights.every(({ verdict }) => verdict !== null)) return nights
  const { endOfRun } = await import('../../workers/read-nights.ts')
  const asked = (client: Client) =>
    Promise.all(
      nights.map(async (night) => {
        const end = night.verdict === null ? await endOfRun(client, night.run) : null
        return end === null ? night : { ...night, verdict: 'unreported', noReport: end }
      }),
    )
  try {
    return await withClient(options, asked)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NoTemporal') throw error
    console.error(`nightjar: ${error.message}; so nights with no verdict may be over`)
    return nights
  }
}
