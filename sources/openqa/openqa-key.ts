import { isFailure } from '../../clients/failure.ts'
import type { OpenQa } from '../../clients/openqa/openqa.ts'

/**
 * Whether openQA accepts our API key. It asks for a scheduled product that does not exist: with a valid key
 * openQA answers 404, with a wrong one it refuses. This tells a wrong key from a refused post.
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
