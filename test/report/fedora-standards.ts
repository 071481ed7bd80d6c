import { settingsOf } from '../settings-of.ts'
import { standardsOf } from '../../workers/config/standards.ts'

/** What composes are held to without a configuration. */
export const fedoraStandards = standardsOf(settingsOf())
