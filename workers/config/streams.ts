import { candidates } from '../../compose/naming/candidate.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import type { StreamTable } from './stream-schema.ts'

/** A stream as it is configured. */
export interface StreamSettings extends StreamTable {
  readonly line: StreamLine
  /** One due hour, or several a day. */
  readonly at: readonly string[]
  readonly zone: string
  /** Whether it has nights: Rawhide, Branched, and every stream with a table in the configuration. */
  readonly hasNights: boolean
}

/** When Fedora's composes are due in UTC, by its release engineering's schedules of 2024-25. */
const usualAt: Readonly<Record<Stream, readonly string[]>> = {
  rawhide: ['05:15'],
  branched: ['07:15'],
  candidate: ['00:00'],
  iot: ['10:00'],
  cloud: ['06:15'],
  eln: ['02:00', '14:00', '18:00', '22:00'],
}
/** Koji's tasks are named by a candidate's label, and a candidate is tested before it is staged. */
const unconditional: Pick<StreamTable, 'koji' | 'mirror'> = { koji: false, mirror: false }
const always: readonly Stream[] = ['rawhide', 'branched']

/** The built-in streams and those of the configuration. */
export function streamsOf(tables: Readonly<Record<Stream, StreamTable>>): readonly StreamSettings[] {
  const builtIn = builtInLines.map((line) => settingsOf(line, tables[line.name]))
  const own = Object.entries(tables)
    .filter(([name]) => builtInLines.every((line) => line.name !== name))
    .map(([name, table]) => settingsOf(ownLine(name, table), table))
  return [...builtIn, ...own]
}

/** How the composes of each stream are named, and where they are. */
export function linesOf({ streams }: { readonly streams: readonly StreamSettings[] }): readonly StreamLine[] {
  return streams.map(({ line }) => line)
}

/** The first other stream whose composes are those of a stream, too; undefined if there is none. */
export function sameAs(streams: readonly StreamSettings[], name: Stream): Stream | undefined {
  const own = findStream({ streams }, name)?.line
  const others = streams.map(({ line }) => line).filter((line) => line.name !== name)
  return others.find(
    ({ release, composes: { forms } }) =>
      own !== undefined && release === own.release && forms.some((form) => own.composes.forms.includes(form)),
  )?.name
}

/** The names of the streams that have nights. */
export function nightStreams({
  streams,
}: {
  readonly streams: readonly StreamSettings[]
}): readonly Stream[] {
  return streams.filter(({ hasNights }) => hasNights).map(({ line }) => line.name)
}

/** A stream by its name; undefined where the configuration has none of that name. */
export function findStream(
  { streams }: { readonly streams: readonly StreamSettings[] },
  name: Stream,
): StreamSettings | undefined {
  return streams.find(({ line }) => line.name === name)
}

/** A stream by its name. @throws Error if the configuration has none of that name */
export function streamNamed(
  settings: { readonly streams: readonly StreamSettings[] },
  name: Stream,
): StreamSettings {
  const found = findStream(settings, name)
  if (found) return found
  throw new Error(`the configuration has no stream ${name}`)
}

function settingsOf(usual: StreamLine, table: StreamTable | undefined): StreamSettings {
  const { name } = usual
  return {
    ...(name === candidates && unconditional),
    ...table,
    line: table === undefined ? usual : changedLine(usual, table),
    at: table?.at ?? usualAt[name] ?? ['00:00'],
    zone: table?.zone ?? 'UTC',
    hasNights: table !== undefined || always.includes(name),
  }
}

function changedLine(usual: StreamLine, { title, folder, ids, release }: StreamTable): StreamLine {
  const composes = {
    ...usual.composes,
    ...(folder !== undefined && { folder }),
    ...(ids !== undefined && { forms: ids }),
  }
  return {
    ...usual,
    composes,
    ...(title !== undefined && { title, untitled: title.replace(/ ?<version>/, '') }),
    ...(release !== undefined && { release }),
  }
}

/** The schema has it that there are ids and a folder. */
function ownLine(name: Stream, { title = name, folder = name, ids = [] }: StreamTable): StreamLine {
  const composes = { name, forms: ids, folder, why: 'a stream of the configuration' }
  return { name, title, untitled: title.replace(/ ?<version>/, ''), composes, release: null }
}
