import { resolve } from 'node:path'
import type { Config } from '../config/config-schema.ts'

type ChannelTables = Pick<Config, 'webhook' | 'matrix' | 'atom'>

/** The tables of channels that name files, which start from the folder of the configuration. */
export function channelsIn(home: string, { webhook, matrix, atom }: ChannelTables): ChannelTables {
  return {
    webhook: webhook.map((table) => ({ ...table, secret_file: resolve(home, table.secret_file) })),
    matrix: matrix.map((table) => ({ ...table, token_file: resolve(home, table.token_file) })),
    ...(atom && { atom: { ...atom, folder: resolve(home, atom.folder) } }),
  }
}
