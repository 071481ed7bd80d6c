import type { ArchiveReader } from './archive-reader.ts'
import type { NightArchive } from './night-archive.ts'
import { accept, acceptancesOf } from './nights/acceptances.ts'
import { delivered, deliveriesOf, refusedOn } from './nights/deliveries.ts'
import { unansweredOn } from './nights/unanswered.ts'
import { editionsOf, reportOf } from './nights/editions-of.ts'
import { heard } from './nights/heard.ts'
import { closeRun, openRun } from './nights/open-run.ts'
import { ordersOf, orderTaken } from './nights/orders.ts'
import { recordEdition } from './nights/record-edition.ts'
import { seenCompose } from './nights/seen-compose.ts'
import {
  composeNamed,
  composes,
  composesBeside,
  composesEnding,
  newestComposes,
} from './queries/compose-lines.ts'
import { failingTests } from './queries/failing-tests.ts'
import { flakeRates } from './queries/flake-rates.ts'
import { namedBugs } from './queries/named-bugs.ts'
import { imageHistory } from './queries/image-history.ts'
import { missingOf } from './queries/missing-images.ts'
import { lastGood, nights } from './queries/night-lines.ts'
import { imageHistories, testsNamed } from './queries/named.ts'
import { newestEditions } from './queries/newest-editions.ts'
import { pastNights } from './queries/past-nights.ts'
import { standingOf } from './queries/stream-standing.ts'
import { testHistory } from './queries/test-history.ts'
import { resultsOf } from './queries/test-results.ts'
import { archRates, imageTrends, trendNights } from './queries/trends.ts'
import { imagesOf, usualImages } from './queries/usual-images.ts'
import { usualStages } from './queries/usual-stages.ts'
import { wholeNight } from './queries/whole-night.ts'
import type { ArchiveDb } from './schema/database.ts'
import { claim, claimed } from './values/claims.ts'
import { keep, recall } from './values/keep.ts'

/** The archive in a PostgreSQL database that is migrated. */
export function postgresArchive(db: ArchiveDb): NightArchive {
  return {
    ...archiveReader(db),
    keep: (value, run) => keep(db, value, run),
    claim: (name, owner, exists) => claim(db, name, owner, exists),
    openRun: (run, at) => openRun(db, run, at),
    closeRun: (run, end) => closeRun(db, run, end),
    heard: (run, what) => heard(db, run, what),
    seenCompose: (seen) => seenCompose(db, seen),
    recordEdition: (run, key, content) => recordEdition(db, run, key, content),
    orderTaken: (run, order) => orderTaken(db, run, order),
    accept: (run, acceptances) => accept(db, run, acceptances),
    delivered: (delivery) => delivered(db, delivery),
  }
}

/** The part of it that only asks, for a connection that can only read. */
export function archiveReader(db: ArchiveDb): ArchiveReader {
  return {
    nights: (filter) => nights(db, filter),
    night: (run) => wholeNight(db, run),
    composes: (stream, options) => composes(db, stream, options),
    compose: (id) => composeNamed(db, id),
    composesEnding: (end, most) => composesEnding(db, end, most),
    newestComposes: (limit) => newestComposes(db, limit),
    composesBeside: (line) => composesBeside(db, line),
    standing: (stream) => standingOf(db, stream),
    editionsOf: (run) => editionsOf(db, run),
    reportOf: (run, edition) => reportOf(db, run, edition),
    newestEditions: (look) => newestEditions(db, look),
    resultsOf: (run, edition) => resultsOf(db, run, edition),
    deliveriesOf: (run) => deliveriesOf(db, run),
    refusedOn: (channel, since) => refusedOn(db, channel, since),
    unansweredOn: (channel, tried) => unansweredOn(db, channel, tried),
    ordersOf: (run) => ordersOf(db, run),
    acceptancesOf: (stream, night) => acceptancesOf(db, stream, night),
    pastNights: (stream, look) => pastNights(db, stream, look),
    imagesOf: (compose) => imagesOf(db, compose),
    testHistory: (scenario, look) => testHistory(db, scenario, look),
    testsNamed: (stream, words) => testsNamed(db, stream, words),
    imageHistories: (stream, words, count) => imageHistories(db, stream, words, count),
    imageHistory: (image, look) => imageHistory(db, image, look),
    missingOf: (run, edition) => missingOf(db, run, edition),
    lastGood: (stream, filter) => lastGood(db, stream, filter),
    failingTests: (run, standings) => failingTests(db, run, standings),
    flakeRates: (look) => flakeRates(db, look),
    namedBugs: (look) => namedBugs(db, look),
    usualImages: (look) => usualImages(db, look),
    usualStages: (look) => usualStages(db, look),
    trendNights: (look) => trendNights(db, look),
    archRates: (look) => archRates(db, look),
    imageTrends: (look, most) => imageTrends(db, look, most),
    recall: (ref) => recall(db, ref),
    claimed: (name) => claimed(db, name),
  }
}
