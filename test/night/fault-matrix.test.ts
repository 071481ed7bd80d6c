import { faultMatrix } from './fault-matrix.ts'
import { fewCells } from './matrix-cells.ts'

faultMatrix(fewCells)
