import { tasksFrom } from '../sources/koji-cache.ts'
import { composeTasks } from '../sources/koji-look.ts'
import { koji } from '../clients/koji/koji.ts'
import { parseComposeName } from '../compose/naming/compose-name.ts'
import { countTasks } from '../compose/koji/compose-tasks.ts'
import { explainMissing } from '../compose/koji/koji-explanation.ts'
import { peakMemory } from './peak-memory.ts'

// Gets the tasks of one compose from a hub and judges them. Argument: <url>. Prints milliseconds and
// megabytes over the base.
const [, , url = ''] = process.argv
const base = process.memoryUsage.rss()
const start = performance.now()
const tools = { tasks: tasksFrom(koji({ url })), places: { kojiOwner: null } }
const tasks = await composeTasks(tools, parseComposeName('Fedora-Rawhide-20261124.n.0'))
const count = countTasks(tasks)
explainMissing({ subvariant: 'Spin-100', type: 'qcow2', arch: 'x86_64' }, tasks)
const ms = performance.now() - start
const peak = (peakMemory() - base) / 1e6
console.log(
  `${count.total} tasks, ${count.failed} failed: ${ms.toFixed(0)} ms, ${peak.toFixed(0)} MB over the base`,
)
