import { isLoopback } from '../../clients/loopback.ts'
import type { TemporalPlace } from '../temporal/temporal.ts'
import { warning, type Diagnosis } from './diagnosis.ts'

/** A warning where the API key for Temporal goes over a network without TLS. */
export function plainTemporal({ options }: Pick<TemporalPlace, 'options'>): readonly Diagnosis[] {
  const { address, apiKey, tls } = options
  const host = hostOf(address)
  if (apiKey === undefined || tls || isLoopback(host)) return []
  const said =
    `the API key goes to ${host} without TLS: whoever can read the network in between ` +
    'can read it, and then start, change and end nights'
  return [warning('TLS of Temporal', said, 'set TEMPORAL_TLS=true')]
}

/**
 * A warning where the archive's database is on another machine, and nobody decided about TLS. PostgreSQL's
 * own variables count as `pg` reads them.
 */
export function plainArchive(url: string, environment: NodeJS.ProcessEnv): readonly Diagnosis[] {
  const { hostname, searchParams } = new URL(url)
  const host = bare(searchParams.get('host') || decodeURIComponent(hostname) || environment['PGHOST'] || '')
  const isHere = host === '' || host.startsWith('/') || isLoopback(host)
  const isDecided =
    environment['PGSSLMODE'] || ['sslmode', 'ssl', 'sslrootcert'].some((name) => searchParams.has(name))
  if (isHere || isDecided) return []
  const said =
    `the database on ${host} is asked without TLS: whoever can reach the network in between ` +
    'can read and change the archive, and may read the password'
  const todo = 'add sslmode=verify-full to its URL, or sslmode=disable if that network is yours alone'
  return [warning('TLS of the archive', said, todo)]
}

/** The host of `host:port`. */
function hostOf(address: string): string {
  return bare(address.replace(/:\d+$/, ''))
}

/** An IPv6 address without its brackets. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
