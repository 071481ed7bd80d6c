import type { Connection } from '@temporalio/client'
import { attributeNames } from '../../workflows/attributes.ts'
import { NoTemporal, type TemporalPlace } from './temporal.ts'

/** The command that creates the search attributes in a namespace. */
export function attributesCommand(names: readonly string[], namespace: string): string {
  const each = names.map((name) => `--name ${name} --type Keyword`).join(' ')
  return `temporal operator search-attribute create --namespace ${namespace} ${each}`
}

/** The same for all of them. */
export function allAttributesCommand(namespace: string): string {
  return attributesCommand(attributeNames, namespace)
}

/**
 * Checks that the server has the namespace and the search attributes. A run that sets an attribute which does
 * not exist hangs.
 * @throws NoTemporal that says what is missing, and the command that creates it
 */
export async function checkServer(
  { workflowService, operatorService }: Pick<Connection, 'workflowService' | 'operatorService'>,
  { options: { address }, namespace }: TemporalPlace,
): Promise<void> {
  try {
    await workflowService.describeNamespace({ namespace })
  } catch (cause) {
    throw new NoTemporal(address, cause, 'set TEMPORAL_NAMESPACE to a namespace that it has')
  }
  const missing = await missingAttributes(operatorService, namespace)
  if (missing.length === 0) return
  const why = `its namespace ${namespace} lacks the search attributes ${missing.join(', ')}`
  throw new NoTemporal(address, why, `create them: ${attributesCommand(missing, namespace)}`)
}

/** The search attributes that a namespace lacks. */
export async function missingAttributes(
  operatorService: Connection['operatorService'],
  namespace: string,
): Promise<readonly string[]> {
  // A server that does not list its attributes (Temporal Cloud) may still have them.
  const known = await operatorService.listSearchAttributes({ namespace }).catch(() => null)
  return known === null ? [] : attributeNames.filter((name) => !(name in known.customAttributes))
}
