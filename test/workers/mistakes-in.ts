import { loadConfig } from '../../workers/config/config.ts'
import { configFile } from '../config-file.ts'

/** What is said of the mistakes in a configuration, without the folder of its file. */
export async function mistakesIn(text: string): Promise<string> {
  await using config = await configFile(text)
  try {
    loadConfig(config.file, {})
    return 'no mistake'
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(config.folder, '') : String(error)
  }
}
