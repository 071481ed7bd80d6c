import { parseWanted } from '../../jobs/plan/parse-wanted.ts'
import type { WantedImage } from '../../jobs/plan/wanted.ts'
import { ConfigMistakes } from './config.ts'
import { readRegularFile } from './read-regular-file.ts'

/**
 * The images to test, from a file in the format of fedora_openqa's `images.json`.
 * @throws ConfigMistakes for a file that cannot be read, or is not such a list
 */
export function readWanted(file: string): readonly WantedImage[] {
  try {
    return parseWanted(readRegularFile(file))
  } catch (cause) {
    throw new ConfigMistakes(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
