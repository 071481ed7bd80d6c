import { table } from '../cli/table.ts'
import { compare, type Comparison } from './compare.ts'
import { pythonWithFedfind } from './fedfind.ts'

/** Asks fedfind and Nightjar the same questions, and prints what each answer costs. */
export async function commandsBench(): Promise<void> {
  const python = await pythonWithFedfind()
  if (python === null)
    console.log('skipped: fedfind 6.1.4 cannot be installed here (python3 with venv and a package registry)')

  for (const [delayMs, title] of [
    [0, 'on loopback'],
    [40, 'with 40 ms added to each answer'],
  ] as const) {
    const compared = await compare(delayMs, python)
    console.log(
      `\nfedfind 6.1.4 against nightjar, ${title}; whole processes are the best of 3 to 25, in-process ms are medians; × is how much faster nightjar is\n`,
    )
    console.log(
      table(
        ['QUESTION', 'WHOLE ms', '×', 'IN-PROCESS ms', '×', 'REQUESTS', 'CONNECTIONS', 'PEAK MB', 'ANSWER'],
        compared.map(rowOf),
      ),
    )
  }
}

function rowOf({ question, fedfind, nightjar }: Comparison): readonly string[] {
  const pair = (of: (cost: Comparison['nightjar']) => string) =>
    fedfind ? `${of(fedfind)} / ${of(nightjar)}` : of(nightjar)
  const times = (of: (cost: Comparison['nightjar']) => number) =>
    fedfind ? (of(fedfind) / of(nightjar)).toFixed(1) : '-'
  return [
    question,
    pair(({ wholeMs }) => wholeMs.toFixed(0)),
    times(({ wholeMs }) => wholeMs),
    pair(({ inProcessMs }) => inProcessMs.toFixed(1)),
    times(({ inProcessMs }) => inProcessMs),
    pair(({ requests }) => String(requests)),
    pair(({ connections }) => String(connections)),
    pair(({ megabytes }) => megabytes.toFixed(0)),
    fedfind === null || fedfind.answer === nightjar.answer
      ? nightjar.answer
      : `fedfind: ${fedfind.answer}; nightjar: ${nightjar.answer}`,
  ]
}
