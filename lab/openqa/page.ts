import { html, type Call, type OpenQaLab, type Reply } from './call.ts'
import { escapeHtml } from './comments.ts'
import { nameOf } from './jobs/job.ts'
import { latestOf } from './query.ts'
import type { LabJob } from './state.ts'

/** The page of one job, for the links of reports. */
export function jobPage({ state }: OpenQaLab, id: number): Reply {
  const job = state.jobs.get(id)
  if (!job) return page(404, 'No such job', '<p>This openQA has no such job.</p>')
  const rows = Object.entries(job.settings).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const clone = job.cloneId === null ? '' : `<p>Cloned as ${link(job.cloneId)}.</p>`
  const origin = job.originId === null ? '' : `<p>A clone of ${link(job.originId)}.</p>`
  const body = [
    `<p>State <b>${escapeHtml(job.state)}</b>, result <b>${escapeHtml(job.result)}</b>${job.reason ? `: ${escapeHtml(job.reason)}` : ''}</p>`,
    origin,
    clone,
    list(
      'Modules',
      job.modules.map(({ name, result }) => `${escapeHtml(name)}: ${escapeHtml(result)}`),
    ),
    list(
      'Comments',
      job.comments.map(({ user, text }) => `${escapeHtml(user)}: ${escapeHtml(text)}`),
    ),
    list(
      'Settings',
      rows.map(([key, value]) => `${escapeHtml(key)}=${escapeHtml(value)}`),
    ),
  ]
  return page(200, nameOf(job), body.join('\n'))
}

/** The page of a build: its latest jobs. */
export function overviewPage({ state }: OpenQaLab, { query }: Call): Reply {
  const build = query.get('build') ?? ''
  const jobs = latestOf((state.byBuild.get(build) ?? []).toReversed())
  return page(200, `Jobs of ${build}`, list(`${jobs.length} jobs`, jobs.map(jobLine)))
}

function jobLine(job: LabJob): string {
  return `${link(job.id)} ${escapeHtml(job.state)} ${escapeHtml(job.result)} ${escapeHtml(nameOf(job))}`
}

function page(status: number, title: string, body: string): Reply {
  const head = `<title>${escapeHtml(title)} - the lab's openQA</title>`
  return html(
    status,
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">${head}</head>
<body><h1>${escapeHtml(title)}</h1>\n${body}\n</body></html>\n`,
  )
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  return `<h2>${escapeHtml(title)}</h2>\n<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`
}

function link(id: number): string {
  return `<a href="/tests/${id}">#${id}</a>`
}
