import { faultMatrix } from '../night/fault-matrix.ts'
import { everyCell } from '../night/matrix-cells.ts'
import { shareOf } from './share.ts'

faultMatrix(shareOf(everyCell))
