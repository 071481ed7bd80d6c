import { stageNames } from '../../workflows/stage.ts'
import { archiveAwayInStages, archiveGoneInStages } from '../night/archive-away.ts'

archiveAwayInStages(stageNames)
archiveGoneInStages(stageNames)
