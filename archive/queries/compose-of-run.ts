import { sql } from 'kysely'

/** The compose that the words of a stage begin with: `Fedora-Rawhide-20261124.n.0 is there`. */
const namedFirst = sql`substring(said from '^[^ :]+')`

/** What the stages of a run last spoke of; what came before the search for another no longer counts. */
const lastSpokenOf = sql`(
  select composes.id from heard join composes on composes.id = ${namedFirst}
  where heard.run = runs.id and composes.stream = runs.stream and not exists (
    select from heard as search where search.run = runs.id and search.stage = 'find' and search.at > heard.at)
  order by heard.at desc limit 1)`

const claimed = sql`(
  select substring(name from '^compose/(.+)') from claims
  where owner = runs.id and starts_with(name, 'compose/') order by at desc limit 1)`

/** The compose of a row of `runs`: of a night without a report that which it claimed, or has found. */
export const composeOfRun = sql<string | null>`
  case when runs.compose is not null or runs.verdict is not null or closed_at is not null then runs.compose
    else coalesce(${claimed}, ${lastSpokenOf}) end`

/** Whether a row of `runs` is of a compose. Not every row has to be asked: few can be. */
export function isOfCompose(compose: string) {
  return sql`runs.id in (
      select id from runs where compose = ${compose}
      union all select owner from claims where name = ${`compose/${compose}`}
      union all select run from heard where ${namedFirst} = ${compose})
    and ${composeOfRun} = ${compose}`
}
