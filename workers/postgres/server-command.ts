import { join } from 'node:path'
import type { PostgresBinaries } from './binaries.ts'
import type { RunAs } from './run-as.ts'

const settings = [
  'fsync=on',
  'max_connections=50',
  'shared_buffers=32MB',
  'max_wal_size=128MB',
  'min_wal_size=32MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
]

/** The command that runs the server of a data folder, heard in its socket folder only. */
export function serverCommand(
  { folder }: PostgresBinaries,
  { data, sockets, runAs }: { readonly data: string; readonly sockets: string; readonly runAs: RunAs },
): readonly string[] {
  const place = ['listen_addresses=', `unix_socket_directories="${sockets.replaceAll('"', '""')}"`]
  const options = [...place, ...settings].flatMap((each) => ['-c', each])
  return [...runAs.before, join(folder, 'postgres'), ...mark(data), ...options]
}

/** Whether a command line is that of a server started here for a data folder. */
export function isServerOf(data: string, command: string): boolean {
  return command.includes(` ${mark(data).join(' ')} `)
}

/** The first arguments of a server, by which it is known again. */
function mark(data: string): readonly string[] {
  return ['-D', data, '-c', 'cluster_name=nightjar']
}
