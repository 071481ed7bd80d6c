import type { TestLine } from '../report.ts'
import { howItFailed, howLongItHadFailed, otherFacts } from '../words/test-words.ts'

/** What there is to say about a test beside its name, in one line. */
export function factsOf(test: TestLine): string {
  const { class: kind, isNew } = test
  const facts = [standingOf(test), kind === 'soft' && isNew ? 'new' : '', ...otherFacts(test)]
  return facts.filter((fact) => fact !== '').join('; ')
}

function standingOf(test: TestLine): string {
  switch (test.class) {
    case 'unfinished':
      return test.job?.state ?? 'no job'
    case 'flaky':
      return 'passed when tried again'
    case 'fixed':
      return howLongItHadFailed(test)
    case 'soft':
      return ['failed softly', howItFailed(test)].filter((word) => word !== '').join(' ')
    case 'new':
    case 'failed':
    case 'still':
    case 'known':
    case 'never-passed':
    case 'not-run':
    case 'unknown':
    case 'passed':
      return howItFailed(test)
    default:
      return test.class satisfies never
  }
}
