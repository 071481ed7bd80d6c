import { everyRerunCell } from '../night/rerun-cells.ts'
import { rerunMatrix } from '../night/rerun-matrix.ts'
import { shareOf } from './share.ts'

rerunMatrix(shareOf(everyRerunCell))
