import { counted } from './counted.ts'
import type { TestLine } from './report.ts'
import { wrap } from './wrap.ts'

const mostBlocks = 20
const mostNames = 8

/** Tests that people want to open: one block each, with the known cause and a link. */
export function testBlocks(tests: readonly TestLine[]): readonly string[] {
  const rest = tests.length - mostBlocks
  return [
    ...tests.slice(0, mostBlocks).flatMap(block),
    ...(rest > 0 ? [`  … and ${rest} more, on openQA's page of the whole build`] : []),
  ]
}

/** Tests that people only want to know about: their names, by flavor and arch. */
export function testGroups(tests: readonly TestLine[]): readonly string[] {
  const groups = Map.groupBy(tests, ({ flavor, arch }) => `${flavor} ${arch}`)
  return [...groups].flatMap(([name, group]) => {
    const rest = group.length - mostNames
    const names = group.slice(0, mostNames).map(({ test }) => test)
    const all = [...names, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
    return wrap(`${name} (${counted(group.length, 'test')}): ${all}`, '  ', '    ')
  })
}

function block({
  test,
  flavor,
  arch,
  machine,
  reason,
  failedModules,
  bugs,
  url,
}: TestLine): readonly string[] {
  const where = failedModules.length > 0 ? `in ${failedModules.slice(0, 5).join(', ')}` : reason
  return [
    ...wrap(`${test} on ${flavor} ${arch} ${machine}`, '  ', '    '),
    ...wrap(where, '    '),
    ...(bugs.length > 0 ? wrap(`known: ${bugs.slice(0, 5).join(', ')}`, '    ') : []),
    ...wrap(url, '    '),
  ]
}
