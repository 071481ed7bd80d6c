import { stageNames } from '../../workflows/stage.ts'
import { killedInStages } from '../night/killed-in-stage.ts'

killedInStages(stageNames)
