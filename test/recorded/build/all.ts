/** Builds the recorded files from a folder of originals (see ../README.md): node test/recorded/build/all.ts FOLDER */
import { writeComposes } from './composes.ts'
import { writeServices } from './services.ts'
import { writeTemplates } from './templates.ts'

writeComposes()
writeServices()
writeTemplates()
