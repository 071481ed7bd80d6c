import type { OverdueAnswer } from '../watch/ask-overdue.ts'

/** What the archive tells of the streams, in the text format of Prometheus. */
export function archiveMetrics(answer: OverdueAnswer | null): string {
  const streams = answer?.kind === 'known' ? answer.streams : []
  const reports = streams.flatMap(({ stream, lastReport }) =>
    lastReport === null ? [] : [`{stream="${stream}"} ${Date.parse(lastReport) / 1000}`],
  )
  const overdue = streams.map(({ stream, state }) => `{stream="${stream}"} ${state === 'overdue' ? 1 : 0}`)
  return [
    gauge('nightjar_archive_up', 'Whether the archive answers', [` ${answer?.kind === 'known' ? 1 : 0}`]),
    gauge('nightjar_last_report_timestamp_seconds', 'When the last report of a stream was made', reports),
    gauge('nightjar_overdue', 'Whether the report of a stream is overdue', overdue),
  ].join('')
}

function gauge(name: string, help: string, samples: readonly string[]): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map((each) => name + each), ''].join(
    '\n',
  )
}
