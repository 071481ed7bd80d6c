import { Client } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import { codecKeys, type CodecKey } from '../codec/codec-keys.ts'
import { dataConverterOf } from '../codec/data-converter.ts'
import { readNote, usualAddress } from './dev-server-note.ts'
import { openConnection } from './open-connection.ts'
import { temporalConnection } from './temporal-profile.ts'

/** Where the Temporal server is, and how to connect to it. */
export interface TemporalPlace {
  readonly options: ReturnType<typeof temporalConnection>['connectionOptions'] & {
    readonly address: string
  }
  readonly namespace: string
  /** Its web UI; null if it is not known. */
  readonly ui: string | null
  /** The keys that encrypt what Temporal stores; without one nothing is encrypted. */
  readonly codec?: readonly CodecKey[]
}

/** The server that Temporal's variables or profiles name; null if they name none. @throws ConfigMistakes */
export function namedAddress(): string | null {
  return temporalConnection().connectionOptions.address ?? null
}

/**
 * The server that Temporal's standard variables and profiles name, else the one that `nightjar dev` runs for
 * this folder, else the default port of this machine. @throws ConfigMistakes for wrong keys, or a wrong file
 */
export function temporalPlace(folder: string): TemporalPlace {
  const { connectionOptions, namespace = 'default' } = temporalConnection()
  const dev = connectionOptions.address === undefined ? readNote(folder) : null
  const address = connectionOptions.address ?? dev?.address ?? usualAddress
  return { options: { ...connectionOptions, address }, namespace, ui: dev?.ui ?? null, codec: codecKeys() }
}

const usualRemedy =
  'start one with "bin/nightjar dev", or point TEMPORAL_ADDRESS (TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, …) at yours'

/** A Temporal server that does not answer, refuses us, or is not set up for the nights. */
export class NoTemporal extends Error {
  override readonly name = 'NoTemporal'

  constructor(address: string, cause: unknown, remedy: string = usualRemedy) {
    super(`expected a Temporal server at ${address}, but it cannot be used (${inShort(cause)}); ${remedy}`, {
      cause,
    })
  }
}

/** The message inside an error of the SDK. */
function inShort(cause: unknown): string {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  return /\bmessage: "([^"]+)"/.exec(line)?.[1] ?? line
}

/** A client to start and query nights; close its connection when done. @throws NoTemporal */
export async function connectClient({ options, namespace, codec = [] }: TemporalPlace): Promise<Client> {
  try {
    const connection = await openConnection({ ...options, connectTimeout: '5s' })
    return new Client({ connection, namespace, dataConverter: dataConverterOf(codec) })
  } catch (error) {
    throw new NoTemporal(options.address, error)
  }
}

/** The connection of a worker. @throws NoTemporal */
export async function connectWorker({ options }: TemporalPlace): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect(options)
  } catch (error) {
    throw new NoTemporal(options.address, error)
  }
}
