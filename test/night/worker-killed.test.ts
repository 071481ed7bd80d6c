import { killedInStages } from './killed-in-stage.ts'

killedInStages(['await'])
