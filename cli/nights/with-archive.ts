import type { ArchiveReader } from '../../archive/archive-reader.ts'
import { UsageError } from '../exit-code.ts'
import type { ConfigOption } from '../options.ts'

/** Asks the archive of a configuration. @throws UsageError where it names none, ArchiveAway */
export async function withArchive<Answer>(
  { config }: ConfigOption,
  ask: (archive: ArchiveReader) => Promise<Answer>,
): Promise<Answer> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { askArchive, noDatabase } = await import('../../workers/archive-place.ts')
  const answer = await askArchive(loadConfig(config), async (archive) => ({ is: await ask(archive) }))
  if (answer === null) throw new UsageError(noDatabase)
  return answer.is
}

/** Whether a configuration has an archive to ask. */
export async function namesArchive({ config }: ConfigOption): Promise<boolean> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { hasArchive } = await import('../../workers/archive-place.ts')
  return hasArchive(loadConfig(config))
}
