import { Stryker } from '@stryker-mutator/core'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { table } from '../../cli/table.ts'
import { changedSince, everyFile, filesAt, mostDecisive, usualBase } from './choose-files.ts'
import { readEquivalents } from './equivalents.ts'
import { options } from './options.ts'
import { faults, percentKilled, scoreFile, total, type FileScore } from './score.ts'

const usage = `npm run mutate                         every file of compose/, jobs/ and report/
npm run mutate -- compose/koji …        files or folders
npm run mutate -- --changed             files that differ from where this branch left main
npm run mutate -- --since=<commit>      files that differ from a commit
npm run mutate -- --most-decisions=40   of the files that are chosen, those in which the most decisions are made`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changed: { type: 'boolean' },
    since: { type: 'string' },
    'most-decisions': { type: 'string' },
    help: { type: 'boolean' },
  },
})

if (values.help) console.log(usage)
else await mutate(chosen())

function chosen(): readonly string[] {
  const files = named()
  const most = values['most-decisions']
  if (most === undefined) return files
  const few = mostDecisive(Number(most), files)
  console.log(`${few.length} of ${files.length} files, those with the most decisions`)
  return few
}

function named(): readonly string[] {
  if (values.changed || values.since !== undefined) return changed(values.since ?? usualBase())
  return positionals.length > 0 ? filesAt(positionals) : everyFile()
}

function changed(base: string | null): readonly string[] {
  if (base === null) console.log('skipped: this clone has no commit to compare with')
  return base === null ? [] : changedSince(base)
}

async function mutate(files: readonly string[]): Promise<void> {
  if (files.length === 0) {
    console.log('no file of compose/, jobs/ or report/ is to be mutated')
    return
  }
  const mutants = Map.groupBy(await new Stryker({ ...options, mutate: [...files] }).runMutationTest(), fileOf)
  const equivalents = readEquivalents()
  const scores = files.map((file) =>
    scoreFile({ file, source: readFileSync(file, 'utf8') }, mutants.get(file) ?? [], equivalents),
  )
  for (const score of scores) if (score.survivors.length > 0) console.log(survivorsOf(score))
  const rows = [...scores.filter((score) => score.mutants > 0), ...byRoom(scores), total('all', scores)]
  console.log(`\n${table(['FILE', 'MUTANTS', 'KILLED', 'EQUIVALENT', 'ALIVE', '% KILLED'], rows.map(row))}`)
  const wrong = faults(total('all', scores))
  for (const fault of wrong) console.error(fault)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

function byRoom(scores: readonly FileScore[]): readonly FileScore[] {
  const rooms = Map.groupBy(scores, ({ file }) => file.split('/')[0] ?? '')
  return [...rooms].map(([room, own]) => total(`${room}/, ${own.length} files`, own))
}

function fileOf({ fileName }: { readonly fileName: string }): string {
  return relative('.', fileName)
}

function survivorsOf({ file, survivors }: FileScore): string {
  const lines = survivors.map(({ lineNumber, replaced, by }) => `  ${lineNumber}: ${replaced}  →  ${by}`)
  return [`\n${file}`, ...lines].join('\n')
}

function row(score: FileScore): readonly string[] {
  const { file, mutants, killed, equivalent, survivors } = score
  return [
    ...[file, mutants, killed, equivalent, survivors.length].map(String),
    percentKilled(score).toFixed(1),
  ]
}
