import { isFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'

/**
 * Whether openQA takes our key, asked of a route that needs one: a scheduled product that never was is absent only for
 * those who may ask. Tells a key that is wrong from a post that is.
 */
export async function keyAccepted(client: OpenQa): Promise<boolean> {
  try {
    await client.scheduledProduct(0)
    return true
  } catch (error) {
    if (isFailure(error, 'absent')) return true
    if (isFailure(error, 'refused')) return false
    throw error
  }
}
