import { styleText } from 'node:util'
import { Command } from 'commander'
import { safeText } from '../../compose/safe-line.ts'
import { diagnosisStates, type Diagnosis } from '../../workers/doctor/diagnosis.ts'
import { exitCode } from '../exit-code.ts'
import { doctorForm } from '../forms/doctor.ts'
import { jsonOf } from '../json.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { outputWidth, wrapped } from '../wrapped.ts'

const help = `
Asks everything that nights need, all at once, for twenty seconds at most. It changes nothing, and sends no mail: it
asks the mail server whether it would take one. Run it where the worker runs, as its user and with its environment.

Examples:
  nightjar doctor
  nightjar doctor --json | jq -r '.findings[] | select(.state != "ok") | .about'

Exit codes: 0 all is well, or only warnings, 1 a problem is known, 2 the configuration is wrong, 3 no problem is known,
but something did not answer.`

/** `nightjar doctor` */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Tells what is broken in this installation, and what to do.')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(doctor)
}

async function doctor({ config, json }: ConfigOption & JsonOption): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { examineAll } = await import('../../workers/doctor/examine.ts')
  const findings = await examineAll(loadConfig(config))
  if (json) console.log(jsonOf(doctorForm, { findings }))
  // Colours are what `console` does not let through; every text is cleaned.
  else process.stdout.write(inWords(findings))
  process.exitCode = codeOf(findings)
}

function codeOf(findings: readonly Diagnosis[]): number {
  if (count(findings, 'problem') > 0) return exitCode.bad
  return count(findings, 'no answer') > 0 ? exitCode.unreachable : exitCode.good
}

function inWords(findings: readonly Diagnosis[]): string {
  const sorted = diagnosisStates.flatMap((state) => findings.filter((finding) => finding.state === state))
  return [summary(findings), '', ...sorted.flatMap(linesOf), ''].join('\n')
}

function summary(findings: readonly Diagnosis[]): string {
  const problems = count(findings, 'problem')
  const silent = count(findings, 'no answer')
  const warnings = count(findings, 'warning')
  if (problems + silent + warnings === 0) return 'All is well.'
  const told = [
    problems === 0 ? 'No problem is known' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
    ...(silent === 0 ? [] : [`${silent} could not be known`]),
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]),
  ]
  return `${told.join(', ')}.`
}

function count(findings: readonly Diagnosis[], state: Diagnosis['state']): number {
  return findings.filter((finding) => finding.state === state).length
}

const colours = { problem: 'red', 'no answer': 'yellow', warning: 'magenta', ok: 'green' } as const

function linesOf({ state, about, said, todo }: Diagnosis): readonly string[] {
  const word = styleText(colours[state], state.padEnd(9), { stream: process.stdout })
  const told = inLines(`${safeText(about)}: ${safeText(said)}`, 11).trimStart()
  return [`${word}  ${told}`, ...(todo === null ? [] : [inLines(`to do: ${safeText(todo)}`, 13)])]
}

/** A long command, which somebody copies: it stays on one line. */
const command = / (?=temporal \w+ \w+)/

function inLines(text: string, indent: number): string {
  const [prose = '', ...commands] = text.split(command)
  const lines = [...wrapped(prose, outputWidth() - indent), ...commands]
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n')
}
