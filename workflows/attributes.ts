import { upsertSearchAttributes } from '@temporalio/workflow'

/** The custom search attributes of a night, all of Temporal's type Keyword. `nightjar dev` creates them. */
export const attributeNames = ['Stream', 'DueDate', 'ComposeId', 'Stage', 'Verdict'] as const

/** One of {@link attributeNames}. */
export type AttributeName = (typeof attributeNames)[number]

/** Sets search attributes of the running night in one history event. Null leaves an attribute unchanged. */
export function mark(values: Partial<Record<AttributeName, string | null>>): void {
  upsertSearchAttributes(
    attributeNames.flatMap((name) => {
      const value = values[name]
      return value === undefined || value === null ? [] : [{ key: { name, type: 'KEYWORD' as const }, value }]
    }),
  )
}
