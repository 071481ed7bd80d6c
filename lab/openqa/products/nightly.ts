import nightly from './nightly.json' with { type: 'json' }
import { templatesFrom } from './brief-templates.ts'
import type { TemplateSet } from './templates.ts'

/** The templates of a whole night, with about as many jobs for each flavor and arch as Fedora runs. */
export const nightlyTemplates: TemplateSet = templatesFrom(nightly)
