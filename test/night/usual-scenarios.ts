/** Scenarios that show a night of each kind; `npm run test:long` plays the others. */
export const usualScenarios: readonly string[] = ['doomed-then-respin', 'no-compose', 'no-branched']
