import type { ArchiveTable } from '../schema/archive-tables.ts'
import type { DumpedRow } from './put-rows.ts'

/** A row of an export as the migrations since its level would have left it. */
export function upgradedRow(level: number, { name }: ArchiveTable, row: DumpedRow): DumpedRow {
  const hasVerdict = name === 'runs' || name === 'editions'
  return level < 2 && hasVerdict && row['verdict'] === 'failed' ? { ...row, verdict: 'broken' } : row
}
