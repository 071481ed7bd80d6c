import type { Problem } from '../../report/order.ts'

/**
 * The problems of a name: an image such as `KDE live x86_64`, a test such as `test:install_default`, which is
 * that of every flavor and machine, or one scenario as `test:` and its full name.
 */
export function problemsNamed(name: string, problems: readonly Problem[]): readonly Problem[] {
  const asked = folded(name)
  return problems.filter((problem) =>
    problem.kind === 'image'
      ? folded(problem.name) === asked
      : [problem.test, problem.scenario].some((known) => `test:${folded(known)}` === asked),
  )
}

/** The name by which a person accepts a problem: as it is, or of a test on every flavor and machine. */
export function nameOf(problem: Problem): string {
  return problem.kind === 'image' ? problem.name : `test:${problem.test}`
}

function folded(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
