import { findNewest } from '../sources/find-newest.ts'
import { findPrevious } from '../sources/find-previous.ts'
import { openCompose } from '../sources/open-compose.ts'
import { lookAtState, noMemory } from '../sources/state-look.ts'
import { formatComposeName, parseComposeName } from '../compose/naming/compose-name.ts'
import { diffImages } from '../compose/images/diff.ts'
import { judgeImages } from '../compose/expected/expected.ts'
import { composeSource } from '../workers/config/compose-source.ts'
import { loadConfig } from '../workers/config/config.ts'
import { stateTools } from '../workers/state-tools.ts'
import { peakMemory } from './peak-memory.ts'

// Asks one question again and again in one process: <config> <seconds> <operation> <word>…; prints the answer,
// the median milliseconds and the peak megabytes as JSON.
const [config, seconds = '1', operation = '', ...words] = process.argv.slice(2)
const settings = loadConfig(config)
const refs = words.map((word) => (operation === 'find' ? null : parseComposeName(word)))

const end = performance.now() + Number(seconds) * 1000
const times: number[] = []
let answer = ''
do {
  const start = performance.now()
  answer = await ask()
  times.push(performance.now() - start)
} while (performance.now() < end)
const ms = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
console.log(JSON.stringify({ answer, ms, megabytes: peakMemory() / 1e6 }))

async function ask(): Promise<string> {
  const source = composeSource(settings)
  const [ref, second] = refs
  if (!ref) {
    const found = await findNewest(source, { stream: 'rawhide', date: words[0] ?? '', yesterday: '' })
    return found.kind === 'found' ? found.compose : found.kind
  }
  switch (operation) {
    case 'images':
      return String((await openCompose(source, ref)).images.length)
    case 'expected': {
      const { judged, images } = await openCompose(source, ref)
      return judged ? String(judgeImages({ ...judged, images }).missing.length) : 'not judged'
    }
    case 'diff': {
      const [older, newer] = [await openCompose(source, ref), await openCompose(source, second ?? ref)]
      const { gone, new_images: fresh, renamed } = diffImages(older.images, newer.images)
      return `${fresh.length + renamed.length} new, ${gone.length + renamed.length} gone`
    }
    case 'state':
      return (await lookAtState(stateTools(settings, source), ref, noMemory)).usable ? 'usable' : 'not usable'
    default: {
      const previous = await findPrevious(source, ref)
      return previous ? formatComposeName(previous) : 'none'
    }
  }
}
