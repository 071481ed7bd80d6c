import type { PassingCall } from '../../lab/gates/spoil.ts'

/** Whether a call is of a kind, by itself and those before it. */
export type Recognise = (call: PassingCall, before: readonly PassingCall[]) => boolean

/** One kind of call that a night makes, and how the first of its kind is told among all that pass. */
export interface OutwardCall {
  readonly name: string
  readonly is: Recognise
  /** Calls that must go wrong for this one to be made: the first of them does, on its way there or back. */
  readonly onlyIf?: { readonly is: Recognise; readonly fails: 'before' | 'after' }
  /** The look before which a late call is carried out; without one it is, once its caller is gone. */
  readonly lateUntil?: { readonly look: Recognise; readonly nth: number }
}

/** The flavor whose post is spoiled, of the several that are under way at once. */
const flavor = 'Server-dvd-iso'

const release: Recognise = ({ path }) => path === '/release.json'
const index: Recognise = ({ path }) => path === '/compose/rawhide/'
const status: Recognise = ({ path }) => path.endsWith('/STATUS')
const metadata: Recognise = ({ path }) => path.endsWith('/images.json')
const listing: Recognise = ({ service }) => service === 'rsync'
const isJobs = ({ method, path }: PassingCall) => method === 'GET' && path === '/api/v1/jobs'
const look: Recognise = (call) => isJobs(call) && call.params['flavor'] === flavor
const post: Recognise = ({ method, path, params }) =>
  method === 'POST' && path === '/api/v1/isos' && params['FLAVOR'] === flavor
export const latest: Recognise = (call) => isJobs(call) && call.params['latest'] === '1'
export const everyJob: Recognise = (call) =>
  isJobs(call) && !('flavor' in call.params) && !('latest' in call.params)
const comments: Recognise = ({ method, path }) => method === 'GET' && path.endsWith('/comments')

/** Every kind of call that a night makes, in the order in which it makes them. */
export const outwardCalls: readonly OutwardCall[] = [
  { name: 'find: the list of releases', is: release },
  { name: "find: the folder's index", is: index },
  { name: 'complete: STATUS', is: status },
  { name: 'complete: images.json', is: metadata },
  { name: "complete: Koji's tasks", is: ({ service }) => service === 'koji' },
  { name: "complete: the mirror's listing", is: listing },
  { name: "complete: the folder's index again, for a newer respin", is: following(status, index) },
  { name: 'schedule: images.json, for the plan', is: metadataAlone },
  { name: 'schedule: the list of releases, for the plan', is: following(status, release) },
  { name: 'schedule: the look before a post', is: look },
  // The first look finds nothing, and that must not be taken for the end of it.
  { name: 'schedule: a post', is: post, lateUntil: { look, nth: 2 } },
  {
    name: 'schedule: the look after a lost post',
    is: following(post, look),
    onlyIf: { is: post, fails: 'after' },
  },
  {
    name: 'schedule: the look at the key before a post is made again',
    is: ({ path }) => path === '/api/v1/isos/0',
    onlyIf: { is: post, fails: 'before' },
  },
  {
    name: 'schedule: a post made again',
    is: following(post, post),
    onlyIf: { is: post, fails: 'before' },
    lateUntil: { look, nth: 1 },
  },
  { name: 'await: the jobs', is: latest },
  { name: 'await: every job of the build', is: everyJob },
  { name: 'await: the comments on a job that failed', is: comments },
  { name: 'await: a restart', is: ({ method, path }) => method === 'POST' && path.endsWith('/restart') },
  { name: 'report: the comments on a job that failed', is: commentsAgain },
  { name: 'report: the mail', is: ({ service }) => service === 'smtp' },
]

/** A call that comes at any time after another. */
export function following(first: Recognise, then: Recognise): Recognise {
  return (call, before) => then(call, before) && before.some((each) => first(each, []))
}

/** A look at an incomplete compose ends with the folder's index; the last look ends with the mirror. */
function metadataAlone(call: PassingCall, before: readonly PassingCall[]): boolean {
  const last = (is: Recognise) => before.findLastIndex((each) => is(each, []))
  return metadata(call, before) && last(listing) > last(index)
}

/** Comments are read for second chances first, and once more for the report when no chance is left. */
function commentsAgain(call: PassingCall, before: readonly PassingCall[]): boolean {
  const lastLook = before.findLastIndex((each) => everyJob(each, []))
  const since = before.slice(lastLook + 1)
  const restarted = before.slice(0, lastLook + 1).some(({ path }) => path.endsWith('/restart'))
  return comments(call, before) && restarted && since.some(({ path }) => path === call.path)
}
