import { archiveAwayInStages } from './archive-away.ts'

archiveAwayInStages(['schedule'])
