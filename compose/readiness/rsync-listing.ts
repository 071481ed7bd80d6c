import { quoted } from '../quoted.ts'
import { cutLines } from './lines.ts'
import { decodeName } from './rsync-name.ts'

/** One line of `rsync --list-only`. */
export interface ListedEntry {
  /**
   * `-` is a file, `d` a folder, `l` a link (its size is the length of its target). `ls` has more letters.
   */
  readonly type: string
  /** `rwxr-xr-x`. */
  readonly mode: string
  /** Bytes. */
  readonly size: number
  /** ISO time. It is right if rsync ran with TZ=UTC. */
  readonly mtime: string
  /** The path below the listed folder. Null if its bytes are not UTF-8. */
  readonly name: string | null
  /** The name as rsync spelled it, with every byte distinguished. Show it if `name` is null. */
  readonly spelled: string
}

/** What is known at the end of a listing. */
export interface ListingEnd {
  readonly entries: number
  /** Lines before the listing began, such as a server's greeting. */
  readonly ignored: number
  /** Why the entries cannot be trusted. Null if they can. */
  readonly doubt: string | null
}

/** Takes rsync's stdout piece by piece. The caller calls `end` once, after the last piece. */
export interface ListingDecoder {
  push(chunk: string): void
  end(): ListingEnd
}

const shape =
  /^([-dlcbps])([-rwxsStT]{9}) ( *(?:\d{1,3}(?:,\d{3})+|\d+)) (\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d) (.+)$/s
const sizeWidth = 11
const longestLine = 65_536

/**
 * Decodes the listing of a folder without keeping it. `take` gets each entry as soon as its line is complete.
 * A listing begins with the folder itself, `.`. All lines before it are a greeting, so a greeting cannot
 * forge an entry. After it, any line that does not belong there puts the whole listing in doubt: a line of
 * another shape, a second `.`, or a line that was cut off.
 */
export function decodeListing(take: (entry: ListedEntry) => void): ListingDecoder {
  let entries = 0
  let ignored = 0
  let firstIgnored: string | null = null
  let doubt: string | null = null
  const lines = cutLines((line) => {
    const entry = readLine(line)
    const top = entry?.type === 'd' && entry.name === '.'
    if (entries === 0 && !top) {
      ignored++
      firstIgnored ??= line
    } else if (entry === null) doubt ??= `a line does not belong to a listing: ${quoted(line)}`
    else if (entries > 0 && top) doubt ??= 'it begins twice, so the greeting imitates a listing'
    else {
      entries++
      take(entry)
    }
  })
  return {
    push(chunk) {
      if (lines.rest.length <= longestLine) lines.push(chunk)
    },
    end() {
      if (lines.rest !== '') doubt ??= `the last line was cut off: ${quoted(lines.rest)}`
      if (entries === 0 && firstIgnored !== null)
        doubt ??= `it has no line of a listing: ${quoted(firstIgnored)}`
      return { entries, ignored, doubt }
    },
  }
}

function readLine(line: string): ListedEntry | null {
  const [, type = '', mode = '', size = '', year, month, day, time, spelled = ''] = shape.exec(line) ?? []
  if (size.length < sizeWidth) return null
  return {
    type,
    mode,
    size: Number(size.replaceAll(',', '')),
    mtime: `${year}-${month}-${day}T${time}Z`,
    name: decodeName(spelled),
    spelled,
  }
}
