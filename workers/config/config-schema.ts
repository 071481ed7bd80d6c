import { z } from 'zod'
import { channelTables } from '../channels/channel-schema.ts'
import { isRsyncPlace } from '../../clients/rsync/rsync-place.ts'
import { fedoraSites } from '../../compose/places/sites.ts'
import { fedoraKojiFiles } from '../../compose/places/task-file.ts'
import { duration } from './duration.ts'
import { arches } from './tested.ts'
import { busSchema, publishSchema } from '../bus/bus-schema.ts'
import { mailSchema } from './mail-schema.ts'
import { streamSchema } from './stream-schema.ts'
import { sameAs, streamsOf } from './streams.ts'
import { verdictSchema } from './tables/verdict-schema.ts'
import { webSchema } from './tables/web-schema.ts'
import { publicUrl, webUrl } from './tables/web-url.ts'
import { workerSchema } from './tables/worker-schema.ts'
import { databaseUrlForms, readDatabaseUrl } from '../../archive/connection/database-url.ts'
import { patience as usual } from '../../workflows/patience.ts'

const rsyncUrl = publicUrl(/^rsync$/, 'rsync://host/module').refine(
  isRsyncPlace,
  'expected a URL such as "rsync://host/module" with plain names',
)
const databaseUrl = z
  .string()
  .refine((text) => readDatabaseUrl(text) !== null, `expected ${databaseUrlForms}`)
const days = z
  .int()
  .min(1, 'expected a number of days, at least 1')
  .max(36_500, 'expected a number of days, at most 36500')
function stagePatience(of: { deadlineMs: number; lapMs: number; lookMs: number }) {
  return z
    .strictObject({
      deadline: duration.default(of.deadlineMs),
      lap: duration.default(of.lapMs),
      look: duration.default(of.lookMs),
    })
    .prefault({})
    .transform(({ deadline, lap, look }) => ({ deadlineMs: deadline, lapMs: lap, lookMs: look }))
}

const patience = z
  .strictObject({
    find: stagePatience(usual.find),
    complete: stagePatience(usual.complete),
    schedule: stagePatience(usual.schedule),
    await: stagePatience(usual.await),
    watch: stagePatience(usual.watch),
    open: duration.default(usual.openMs),
    respins: stagePatience(usual.respins),
    call: duration.default(usual.callMs),
    act: duration.default(usual.actMs),
    settle: duration.default(usual.settleMs),
    send: duration.default(usual.sendMs),
    deliver: duration.default(usual.deliverMs),
  })
  .prefault({})
  .transform(({ call, act, settle, send, deliver, open, ...stages }) => ({
    ...stages,
    openMs: open,
    callMs: call,
    actMs: act,
    settleMs: settle,
    sendMs: send,
    deliverMs: deliver,
  }))

/** The parsed configuration file. Every key has a default; unknown keys are mistakes. It holds no secrets. */
export const configSchema = z
  .strictObject({
    /** The folder of the embedded Temporal's and PostgreSQL's databases; relative to this file. */
    folder: z.string().min(1).optional(),
    task_queue: z.string().min(1).default('nightjar'),
    /** The web UI of Temporal, for the links of reports. */
    temporal_ui: webUrl.optional(),
    compose: z
      .strictObject({
        tree: webUrl.default('https://kojipkgs.fedoraproject.org/compose'),
        /** `mash`: nights test the nightlies of 2015, which have no metadata. */
        generation: z.enum(['pungi', 'mash'], { error: 'expected "pungi" or "mash"' }).default('pungi'),
        /** The nightlies of 2015; next to `tree` by default. */
        mash: webUrl.optional(),
        /** The folder above the streams of Fedora CoreOS. */
        coreos: webUrl.default(fedoraSites.coreos),
        releases: webUrl.default('https://fedorapeople.org/groups/qa/metadata/release.json'),
        allowed_hosts: z.array(z.string().min(1)).default([]),
      })
      .prefault({}),
    koji: z
      .strictObject({
        hub: webUrl.default('https://koji.fedoraproject.org/kojihub'),
        /** The files that its tasks made. */
        files: webUrl.default(fedoraKojiFiles),
        /** The Koji id of the user whose tasks count; all users by default. */
        owner: z.int().min(1).optional(),
        required: z.boolean().default(true),
      })
      .prefault({}),
    mirror: z
      .strictObject({
        rsync: rsyncUrl.default('rsync://dl.fedoraproject.org/fedora-buffet'),
        http: webUrl.default('https://dl.fedoraproject.org/pub'),
        required: z.boolean().default(true),
      })
      .prefault({}),
    openqa: z
      .strictObject({
        url: webUrl.default('https://openqa.fedoraproject.org'),
        arches: arches.default(['x86_64']),
        /** A file with the images to test, in fedora_openqa's format; Fedora's own list by default. */
        wanted: z.string().min(1).optional(),
        /** `false`: Nightjar observes, whatever key it has. */
        post: z.boolean().default(true),
        /** How many jobs of a night may get a second chance; 0 turns them off. */
        restarts: z.int().min(0).max(500).default(10),
      })
      .prefault({}),
    verdict: verdictSchema,
    worker: workerSchema,
    web: webSchema,
    archive: z
      .strictObject({
        /**
         * Of the PostgreSQL database; NIGHTJAR_DATABASE_URL comes before it, and is the place for a password.
         */
        url: databaseUrl.optional(),
        /** For how many days `archive prune` leaves plans and lists of jobs. */
        values_days: days.default(90),
        /** For how many days it leaves earlier tries, superseded editions and why a job failed. */
        jobs_days: days.default(365),
        /** For how many days it leaves what the stages of a night last heard. */
        heard_days: days.default(90),
      })
      .prefault({}),
    orders: z
      .strictObject({
        /** Whether reports say who gave an order. It is a person's name, and nobody verified it. */
        publish_by: z.boolean().default(false),
      })
      .prefault({}),
    bus: busSchema.optional(),
    mail: mailSchema.optional(),
    publish: publishSchema.optional(),
    ...channelTables,
    resultsdb: z
      .strictObject({
        /** Of its API 2.0, with the whole path. */
        url: webUrl,
        /** For HTTP basic; the password is in NIGHTJAR_RESULTSDB_PASSWORD. */
        user: z
          .string()
          .min(1)
          .regex(/^[^:\p{Cc}]+$/u, 'expected a name without a colon')
          .optional(),
        /** Whether each night has a result in it. */
        nights: z.boolean().default(false),
        /** The streams whose nights have one; by default all. */
        streams: z.array(z.string()).min(1, 'expected at least one stream').optional(),
      })
      .optional(),
    stream: streamSchema,
    patience,
  })
  .check(({ value: { stream }, issues }) => {
    const streams = streamsOf(stream)
    for (const name of Object.keys(stream)) {
      const other = sameAs(streams, name)
      if (other === undefined) continue
      const message = `expected ids, or a release, that are not those of the stream ${other}`
      issues.push({ code: 'custom', path: ['stream', name, 'ids'], input: stream[name]?.ids, message })
    }
  })

/** A valid configuration with all defaults; durations are milliseconds. */
export type Config = z.output<typeof configSchema>
