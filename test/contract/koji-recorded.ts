import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/koji-xml/', import.meta.url))

/** Whether a real hub's recorded answers are at hand. */
export const recorded = existsSync(folder)

/** A call to a real hub and what it answered, as they were on the wire. */
export interface Recording {
  readonly name: string
  readonly request: string
  readonly status: number
  readonly type: string
  readonly response: string
}

export const recordings: readonly Recording[] = recorded
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.req.xml'))
      .map((file) => recordingOf(file.replace(/\.req\.xml$/, '')))
  : []

/** The recording of that name. */
export function recording(name: string): Recording {
  const found = recordings.find((each) => each.name === name)
  if (found) return found
  throw new Error(`there is no recording ${name}`)
}

function recordingOf(name: string): Recording {
  const headers = read(`${name}.resp.headers.txt`)
  return {
    name,
    request: read(`${name}.req.xml`),
    status: Number(/^HTTP\/1.1 (?<status>\d+)/.exec(headers)?.groups?.['status']),
    type: /^Content-Type: (?<type>\S+)/m.exec(headers)?.groups?.['type'] ?? '',
    response: read(`${name}.resp.xml`),
  }
}

function read(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8')
}
