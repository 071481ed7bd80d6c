import { types, type CustomTypesConfig } from 'pg'

/** PostgreSQL's own numbers of these types. */
const [int8, date, timestamptz] = [20, 1082, 1184]

/** PostgreSQL's text of a time, in a session whose time zone is UTC: `2026-11-24 05:15:00.123456+00`. */
const utcTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** How columns become values: whole numbers as numbers, dates as text, times as ISO with milliseconds. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return Number
    if (oid === date) return String
    if (oid === timestamptz) return isoTime
    return format === 'binary' ? types.getTypeParser(oid, format) : types.getTypeParser(oid)
  },
}

function isoTime(text: string): string {
  const [, day, time, fraction = ''] = utcTime.exec(text) ?? []
  if (day === undefined) throw new Error(`expected a time in UTC from the database, got ${text}`)
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}
