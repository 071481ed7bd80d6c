import { everyRerunCell } from '../night/rerun-cells.ts'
import { rerunMatrix } from '../night/rerun-matrix.ts'

rerunMatrix(everyRerunCell)
