import { basename } from 'node:path'
import { z } from 'zod'
import { bytes, json, lines, paths, text } from './originals.ts'
import { writeJson, writeTable } from './write.ts'

const rsyncCases = z.array(
  z.object({
    name: z.string(),
    what: z.string(),
    args: z.array(z.string()),
    exit: z.number(),
    stdout: z.string(),
    stderr: z.string().optional(),
    expected: z.string().optional(),
  }),
)
const jobs = z.looseObject({ jobs: z.array(z.unknown()) }).or(z.looseObject({ job: z.looseObject({}) }))
const fedmsgSamples = z.array(
  z.object({ n: z.number(), message: z.looseObject({ topic: z.string(), msg: z.looseObject({}) }) }),
)
const openQaCall = z.object({ response: z.object({ body_json: jobs }) })

/** Writes what Koji, openQA, rsync and the mirror answered, and what the bus of messages carried. */
export function writeServices(): void {
  writeTable('imagelists.tsv', paths('imagelists/*').flatMap(imageListRows))
  writeJson('koji.json', paths('koji-xml/*.req.xml').map(kojiCall))
  writeJson('rsync.json', json('rsync/cases.json', rsyncCases).map(rsyncCall))
  writeJson('openqa-jobs.json', paths('openqa-api/{jobs,filter,retry,isourl}-*.json').flatMap(openQaJobs))
  writeJson('messages.json', paths('messages/*.json').flatMap(fedmsgMessages))
}

function imageListRows(path: string) {
  const list = basename(path).replaceAll(/^imagelist-|\.gz$/g, '')
  return lines(path).map((line) => {
    const [, size = '', file] = /^(?:(\d+) )?\.\/(.+)$/.exec(line) ?? []
    if (file === undefined) throw new Error(`this is not a line of an image list: ${line}`)
    return { list, size, path: file }
  })
}

function kojiCall(request: string) {
  const stem = request.replace(/\.req\.xml$/, '')
  const headers = text(`${stem}.resp.headers.txt`)
  return {
    name: basename(stem),
    request: text(request),
    status: Number(/^HTTP\/1.1 (\d+)/.exec(headers)?.[1]),
    type: /^Content-Type: (\S+)/m.exec(headers)?.[1] ?? '',
    response: text(`${stem}.resp.xml`),
  }
}

function rsyncCall({ stdout, stderr, expected, ...call }: z.output<typeof rsyncCases>[number]) {
  return {
    ...call,
    stdout: bytes(`rsync/${stdout}`).toString('latin1'),
    stderr: stderr === undefined ? '' : text(`rsync/${stderr}`),
    expected: expected === undefined ? null : json(`rsync/${expected}`, z.array(z.unknown())),
  }
}

/** The answer of a recorded call; none where it holds no jobs, or where the file is no call. */
function openQaJobs(path: string) {
  const call = json(path, openQaCall.nullable().catch(null))
  return call === null ? [] : [{ name: basename(path, '.json'), body: call.response.body_json }]
}

/** Messages as fedmsg wrapped them; without the names of the people who wrote a comment. */
function fedmsgMessages(path: string) {
  return json(path, fedmsgSamples).map(({ n, message }) => ({
    name: `${basename(path, '.json')}-${n}`,
    message: { ...message, msg: { ...message.msg, ...('user' in message.msg && { user: 'someone' }) } },
  }))
}
