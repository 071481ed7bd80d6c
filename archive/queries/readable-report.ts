import { sql } from 'kysely'

/**
 * The report of an edition, for PostgreSQL to read in. It keeps JSON as it was sent, but reads nothing in one
 * that has an escaped NUL or half a character.
 */
export const readableReport = sql`regexp_replace(report::text, '\\\\u(0000|d[89a-f][0-9a-f]{2})', '\\\\ufffd', 'gi')::jsonb`
