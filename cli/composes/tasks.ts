import { Command } from 'commander'
import { composeTasks } from '../../sources/koji-look.ts'
import { isNoAnswer } from '../../sources/no-answer.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import { countTasks } from '../../compose/koji/compose-tasks.ts'
import { judgeImages } from '../../compose/expected/expected.ts'
import { imageName } from '../../compose/images/image.ts'
import { explainMissing } from '../../compose/koji/koji-explanation.ts'
import { kojiNameOf } from '../../compose/koji/koji-name.ts'
import { isOpen, type KojiTask } from '../../compose/koji/koji-task.ts'
import { kojiWeb } from '../../compose/koji/koji-web.ts'
import { taskTools } from '../../workers/config/koji.ts'
import { composeArgument, type ComposeOptions } from './compose-argument.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { tasksForm, type TaskRow } from '../forms/tasks.ts'
import { jsonOf } from '../json.ts'
import { opener, type Opener } from './open.ts'
import { streamServices } from './stream-services.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'

interface TasksOptions extends ComposeOptions, JsonOption {
  readonly all?: boolean
}

const help = `
Shows the tasks that failed or are open, and the missing images that a failed task explains. --all shows every task.

Examples:
  nightjar tasks Fedora-Rawhide-20261124.n.0
  nightjar tasks Fedora-Rawhide-20261124.n.0 --json | jq -r '.tasks[] | select(.state == "FAILED") | .failure'

Exit codes: 0 all tasks have ended and none failed; 1 some failed, some are open, or there are none; 2 wrong usage, 3 no answer.`

/** `nightjar tasks <compose>` */
export function tasksCommand(): Command {
  return new Command('tasks')
    .description('Lists the Koji tasks that make the images of a compose.')
    .addArgument(composeArgument())
    .option('--all', 'show every task')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(tasks)
}

async function tasks(word: string, options: TasksOptions): Promise<void> {
  const composes = opener(options, [word])
  const ref = await composes.ref(word)
  const compose = formatComposeName(ref)
  if (kojiNameOf(ref) === null)
    throw new UsageError(`Koji has no tasks for ${compose}; give the id of a compose`)
  const all = await composeTasks(taskTools(composes.settings), ref)
  const count = countTasks(all)
  const rows = rowsOf(all, await missingOf(composes, ref), kojiWeb(composes.services.places.koji))
  if (options.json) console.log(jsonOf(tasksForm, { compose, ...count, tasks: rows }))
  else {
    console.log(`${compose} has ${count.total} Koji tasks: ${count.open} open, ${count.failed} failed`)
    const shown = options.all ? rows : rows.filter((task) => isOpen(task) || task.state !== 'CLOSED')
    if (shown.length > 0) console.log(`\n${inTable(shown)}`)
  }
  if (count.total === 0 || count.open > 0 || count.failed > 0) process.exitCode = exitCode.bad
}

/** The expected images that a compose lacks; none if it has no metadata yet. */
async function missingOf(composes: Opener, ref: ComposeRef) {
  const { openCompose } = await import('../../sources/open-compose.ts')
  try {
    const { judged, images } = await openCompose(composes.services, ref)
    const { places } = streamServices(composes.services, composes.settings, ref)
    return judged === null ? [] : judgeImages({ ...judged, own: places.expected, images }).missing
  } catch (error) {
    if (isNoAnswer(error)) return []
    throw error
  }
}

function rowsOf(
  all: readonly KojiTask[],
  missing: Awaited<ReturnType<typeof missingOf>>,
  web: string,
): readonly TaskRow[] {
  const explained = missing.map((image) => ({
    image: imageName(image),
    task: explainMissing(image, all, web)?.task,
  }))
  return all.map((task) => ({
    ...task,
    url: `${web}/taskinfo?taskID=${task.id}`,
    explains: explained.filter((each) => each.task === task.id).map(({ image }) => image),
  }))
}

function inTable(rows: readonly TaskRow[]): string {
  return table(
    ['TASK', 'STATE', 'NAME', 'ARCH', 'EXPLAINS', 'FAULT'],
    rows.map(({ id, state, name, arch, explains, failure }) => [
      String(id),
      state,
      name,
      arch,
      explains.join(', ') || '-',
      (failure ?? '').split('\n')[0]?.slice(0, 80) ?? '',
    ]),
  )
}
