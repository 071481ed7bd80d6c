import { Command } from 'commander'
import { scenarios } from '../../lab/scenarios.ts'
import { exitCode } from '../exit-code.ts'
import { readScenario } from './scenario-argument.ts'

interface DemoOptions {
  readonly scenario: string
  readonly list?: boolean
  readonly keep?: boolean
}

const examples = `
Examples:
  bin/demo                        a usual night with failures
  bin/demo --scenario no-compose  a night without a compose
  bin/demo --keep                 keep everything running, to look at the pages and at Temporal's UI

Exits with 0 only if both nights ended with the verdict that the scenario expects.`

/** `nightjar demo` */
export function demoCommand(): Command {
  return new Command('demo')
    .description(
      "Plays tonight's Rawhide and Branched at once, with a real Temporal server and a small Fedora on this machine, " +
        'and shows the two reports. Some scenarios play the night before first, so that they say what changed.',
    )
    .option('-s, --scenario <name>', 'what happens tonight', 'failures')
    .option('-l, --list', 'list the scenarios')
    .option('-k, --keep', 'keep everything running until Ctrl-C, and then its files')
    .addHelpText('after', examples)
    .action(demo)
}

async function demo({ scenario, list, keep }: DemoOptions): Promise<void> {
  if (list) {
    const width = Math.max(...scenarios.map(({ name }) => name.length))
    for (const { name, title } of scenarios) console.log(`${name.padEnd(width)}  ${title}`)
    return
  }
  const chosen = readScenario(scenario)
  const { playDemo } = await import('./play.ts')
  process.exitCode = (await playDemo(chosen, { keep: keep === true })) ? exitCode.good : exitCode.bad
}
