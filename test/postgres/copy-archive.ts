import { connect } from '../../archive/connection/connect.ts'
import { exportArchive } from '../../archive/dump/export-archive.ts'
import { importArchive } from '../../archive/dump/import-archive.ts'

/** Copies the archive of one database into another: a process of its own, whose memory can be limited. */
const [from = '', to = ''] = process.argv.slice(2)
const [source, target] = [connect({ url: from }), connect({ url: to })]
console.log(JSON.stringify(await importArchive(target.db, exportArchive(source.db))))
await Promise.all([source.close(), target.close()])
