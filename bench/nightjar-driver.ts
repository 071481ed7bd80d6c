import { findCompose } from '../sources/find-compose.ts'
import { findPrevious } from '../sources/find-previous.ts'
import { openCompose } from '../sources/open-compose.ts'
import { noMemory } from '../sources/compose-state.ts'
import { lookAtCompose } from '../sources/look-at-compose.ts'
import { formatComposeName, parseComposeName } from '../compose/naming/compose-name.ts'
import { diffImages } from '../compose/images/diff.ts'
import { judgeImages } from '../compose/expected/expected.ts'
import { composeServices } from '../workers/config/compose-source.ts'
import { loadConfig } from '../workers/config/config.ts'
import { peakMemory } from './peak-memory.ts'

// Repeats one question in one process. Arguments: <config> <seconds> <operation> <word>…. Prints the answer,
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
  const services = composeServices(settings)
  const [ref, second] = refs
  if (!ref) {
    const found = await findCompose(services, {
      stream: 'rawhide',
      date: words[0] ?? '',
      today: words[0] ?? '',
      compose: null,
      discarded: [],
    })
    return found.kind === 'found' ? found.compose : found.kind
  }
  switch (operation) {
    case 'images':
      return String((await openCompose(services, ref)).images.length)
    case 'expected': {
      const { judged, images } = await openCompose(services, ref)
      return judged ? String(judgeImages({ ...judged, images }).missing.length) : 'not judged'
    }
    case 'diff': {
      const [older, newer] = [await openCompose(services, ref), await openCompose(services, second ?? ref)]
      const { gone, new_images: fresh, renamed } = diffImages(older.images, newer.images)
      return `${fresh.length + renamed.length} new, ${gone.length + renamed.length} gone`
    }
    case 'state':
      return (await lookAtCompose(services, ref, noMemory, { apartMs: 0, alone: true })).usable
        ? 'usable'
        : 'not usable'
    default: {
      const previous = await findPrevious(services, ref)
      return previous ? formatComposeName(previous) : 'none'
    }
  }
}
