import { scenarioTests } from '../night/scenario-tests.ts'
import { usualScenarios } from '../night/usual-scenarios.ts'

scenarioTests((name) => !usualScenarios.includes(name))
