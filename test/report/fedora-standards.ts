import { configSchema } from '../../workers/config/config-schema.ts'
import { standardsOf } from '../../workers/config/standards.ts'

/** What composes are held to without a configuration. */
export const fedoraStandards = standardsOf(configSchema.parse({}))
