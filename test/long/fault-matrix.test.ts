import { faultMatrix } from '../night/fault-matrix.ts'
import { everyCell } from '../night/matrix-cells.ts'

faultMatrix(everyCell)
