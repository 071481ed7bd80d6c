import { everyRerunCell } from './rerun-cells.ts'
import { rerunMatrix } from './rerun-matrix.ts'

/** One of each kind; `test/long/` has them all. */
const some = [
  'choose: every job of the build: killed after its effect',
  'a restart: killed after its effect',
  'a restart: timeout and then its effect',
  'the restart of another job: reset after its effect',
  'report: the mail: reset after its effect',
  "the archive's claim: reset after its effect",
]

rerunMatrix(everyRerunCell.filter(({ title }) => some.includes(title)))
