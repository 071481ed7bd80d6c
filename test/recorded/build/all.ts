/** Builds the recorded files from originals (see ../README.md): node test/recorded/build/all.ts FOLDER */
import { writeComposes } from './composes.ts'
import { writeServices } from './services.ts'
import { writeTemplates } from './templates.ts'

writeComposes()
writeServices()
writeTemplates()
