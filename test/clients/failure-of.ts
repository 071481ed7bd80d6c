import { ClientFailure } from '../../clients/failure.ts'

/** The failure that a client's call ends with. @throws Error where it ends otherwise. */
export async function failureOf(call: Promise<unknown>): Promise<ClientFailure> {
  const thrown: unknown = await call.then(
    (answer) => answer,
    (reason: unknown) => reason,
  )
  if (thrown instanceof ClientFailure) return thrown
  throw new Error(`expected a ClientFailure, got ${JSON.stringify(thrown)}`, { cause: thrown })
}
