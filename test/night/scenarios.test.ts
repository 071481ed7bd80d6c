import { scenarioTests } from './scenario-tests.ts'
import { usualScenarios } from './usual-scenarios.ts'

scenarioTests((name) => usualScenarios.includes(name))
