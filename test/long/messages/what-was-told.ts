import type { NightArchive } from '../../../archive/night-archive.ts'
import type { Lab } from '../../../lab/lab.ts'

/**
 * The editions of a run, whole, without what differs whenever the same night is played again: times, ports,
 * Temporal's ids of runs, and openQA's numbers, which follow the order of the posts of all nights. A number
 * is replaced by the name of its job.
 */
export async function whatWasTold(
  archive: NightArchive,
  openqa: Lab['openqa'],
  run: string,
): Promise<readonly string[]> {
  const nameOf = namesOf(openqa)
  const editions = await archive.editionsOf(run)
  return await Promise.all(
    editions.map(async ({ number }) =>
      ((await archive.reportOf(run, number)) ?? 'no report')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
        .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://LAB')
        .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}/g, 'RUN')
        .replaceAll(/"id": ?(\d+)/g, (_, id: string) => `"id": "${nameOf(id)}"`)
        .replaceAll(/\/tests\/(\d+)/g, (_, id: string) => `/tests/${nameOf(id)}`),
    ),
  )
}

/** Says by its number which job it is: `universal install_default, try 2`. */
function namesOf(openqa: Lab['openqa']): (id: string) => string {
  const tries = new Map<string, number>()
  const names = new Map<string, string>()
  for (const { id, settings } of openqa.jobs().toSorted((one, other) => one.id - other.id)) {
    const { BUILD, FLAVOR, TEST, MACHINE } = settings
    const scenario = [BUILD, FLAVOR, TEST, MACHINE].join(' ')
    const nth = (tries.get(scenario) ?? 0) + 1
    tries.set(scenario, nth)
    names.set(String(id), `${FLAVOR} ${TEST} ${MACHINE}, try ${nth}`)
  }
  return (id) => names.get(id) ?? id
}
