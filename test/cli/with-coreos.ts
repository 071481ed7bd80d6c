import { metaJson, place } from '../compose/coreos/meta-json-text.ts'
import { smallFedora, type Files } from './small-fedora.ts'

export const name = 'Fedora-CoreOS-36.20211123.91.0'
export const file = 'fedora-coreos-36.20211123.91.0-live.x86_64.iso'
export const folder = `/coreos/${place}`
export const releases = { '/release.json': '{"fedora": {"stable": [33, 34, 35], "branched": []}}' }
export const whole: Files = { ...releases, [`${folder}/meta.json`]: metaJson() }

/** A Fedora with these files, and the URL of the build. */
export async function withCoreos(files: Files, options = '') {
  const fedora = await smallFedora(files, options)
  const url = `${fedora.server.url}${folder}`
  return { fedora, url, [Symbol.asyncDispose]: () => fedora[Symbol.asyncDispose]() }
}
