import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/composes/', import.meta.url))

/** One real compose's metadata, kept beside the repository; tests that need it are skipped where it is not. */
export interface RealCompose {
  readonly id: string
  readonly release: number | 'Rawhide'
  readonly text: string
}

/** Every real `images.json` there is, in the order of their releases, Rawhide last. */
export const realComposes: readonly RealCompose[] = globSync('*/*/images.json', { cwd: folder })
  .map(realCompose)
  .toSorted((left, right) => rank(left) - rank(right))

/** Whether the recorded data is there at all. */
export const haveRealComposes = existsSync(folder) && realComposes.length > 0

function realCompose(path: string): RealCompose {
  const id = path.split('/')[1] ?? ''
  const version = id.split('-')[1] ?? ''
  return {
    id,
    release: version === 'Rawhide' ? 'Rawhide' : Number(version),
    text: readFileSync(folder + path, 'utf8'),
  }
}

function rank({ release }: RealCompose): number {
  return release === 'Rawhide' ? Infinity : release
}
