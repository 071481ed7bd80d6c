import type { Connection } from '@temporalio/client'
import { attributeNames } from '../../workflows/attributes.ts'
import { NoTemporal, type TemporalPlace } from './temporal.ts'

/** The command that makes a Temporal server fit for the nights of a namespace. */
export function attributesCommand(names: readonly string[], namespace: string): string {
  const each = names.map((name) => `--name ${name} --type Keyword`).join(' ')
  return `temporal operator search-attribute create --namespace ${namespace} ${each}`
}

/**
 * Looks whether the server has the namespace, and the search attributes without which no night gets off the ground: a
 * run that writes one that is not there waits for ever.
 * @throws NoTemporal that says what is missing, and the command that makes it
 */
export async function checkServer(
  { workflowService, operatorService }: Pick<Connection, 'workflowService' | 'operatorService'>,
  { options: { address }, namespace }: TemporalPlace,
): Promise<void> {
  try {
    await workflowService.describeNamespace({ namespace })
  } catch (cause) {
    throw new NoTemporal(address, cause, 'name a namespace that it has in TEMPORAL_NAMESPACE')
  }
  // A server that does not tell its attributes (Temporal Cloud) may well have them.
  const known = await operatorService.listSearchAttributes({ namespace }).catch(() => null)
  if (known === null) return
  const missing = attributeNames.filter((name) => !(name in known.customAttributes))
  if (missing.length === 0) return
  const why = `its namespace ${namespace} lacks the search attributes ${missing.join(', ')}`
  throw new NoTemporal(address, why, `create them: ${attributesCommand(missing, namespace)}`)
}
