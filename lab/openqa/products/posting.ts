import { withRetry, scriptOf } from '../jobs/outcome.ts'
import { html, json, jsonError, type Call, type OpenQaLab, type Reply } from '../call.ts'
import { productJson } from '../json.ts'
import { scheduleProduct } from './schedule.ts'
import type { LabProduct, LabProductResults } from '../state.ts'
import { assetType } from './templates.ts'

/** Lab minutes until openQA's background worker processes an async post. */
const asyncMinutes = 0.5

/** `POST isos`: makes jobs at once, or later with `async`. */
export function postProduct(lab: OpenQaLab, { params }: Call): Reply {
  const mandatory = ['DISTRI', 'VERSION', 'FLAVOR', 'ARCH']
  const clone = params.get('scheduled_product_clone_id')
  const missing = clone === null ? mandatory.filter((name) => !params.get(name)) : []
  if (missing.length > 0) return html(400, `Error: missing parameters: ${missing.join(' ')}`)
  const settings = clone === null ? settingsOf(params) : lab.state.products.get(Number(clone))?.settings
  if (!settings) return html(404, 'Scheduled product to clone settings from not found.')
  const stranger = strangeHost(lab, settings)
  if (stranger !== null) return html(403, `Asset download requested from non-passlisted host ${stranger}.`)
  const product = newProduct(lab, settings, params.has('async'))
  if (product.task) {
    const { id } = product.task
    return json({ gru_task_id: id, minion_job_id: id, scheduled_product_id: product.id })
  }
  return posted(product.id, schedule(lab, product))
}

/** `GET isos/<id>`: the state of a post. */
export function showProduct({ state }: OpenQaLab, id: number, { query }: Call): Reply {
  const product = state.products.get(id)
  if (!product) return jsonError(404, 'Scheduled product does not exist.')
  const jobs = [...(state.byBuild.get(product.settings['BUILD'] ?? '') ?? [])]
  const ids = jobs.filter(({ productId }) => productId === id).map((job) => job.id)
  return json(productJson(product, query.has('include_job_ids') ? ids : null))
}

/** Processes the async posts that are due. */
export function scheduleWaiting(lab: OpenQaLab): void {
  const { waiting, now } = lab.state
  while (waiting[0]?.task && waiting[0].task.dueAt <= now) {
    const product = waiting.shift()
    if (product) schedule(lab, product)
  }
}

function schedule(lab: OpenQaLab, product: LabProduct): LabProductResults {
  const adjust = (settings: Readonly<Record<string, string>>) =>
    withRetry(scriptOf(lab.workers.outcomes(settings['BUILD'] ?? ''), settings), settings)
  return scheduleProduct(
    lab.state,
    lab.templates(product.settings['BUILD'] ?? ''),
    product,
    adjust,
    lab.date(),
  )
}

function posted(id: number, results: LabProductResults): Reply {
  if ('error' in results) {
    const answer = { scheduled_product_id: id, count: 0, ids: [], failed: {} }
    return results.error_code === 404
      ? jsonError(404, results.error, answer)
      : json({ ...answer, error: results.error })
  }
  const { successful_job_ids: ids, failed_job_info: failed } = results
  return json({ scheduled_product_id: id, count: ids.length, ids, failed })
}

function newProduct(lab: OpenQaLab, settings: LabProduct['settings'], later: boolean): LabProduct {
  const { products, waiting, now } = lab.state
  const product: LabProduct = {
    id: products.size + 1,
    settings,
    createdAt: lab.date(),
    task: later ? { id: ++lab.state.tasks, dueAt: now + asyncMinutes } : null,
    status: 'added',
    results: null,
  }
  products.set(product.id, product)
  if (later) waiting.push(product)
  return product
}

function settingsOf(params: URLSearchParams): Readonly<Record<string, string>> {
  const own = [...params].filter(([key]) => key !== 'async')
  return Object.fromEntries(own.map(([key, value]) => [key.toUpperCase(), value.replaceAll('%2F', '/')]))
}

function strangeHost(
  { downloadHosts }: OpenQaLab,
  settings: Readonly<Record<string, string>>,
): string | null {
  for (const [key, url] of Object.entries(settings)) {
    const fetches = /^(?!__).*_URL$/.test(key) && assetType(key.replace(/(_DECOMPRESS)?_URL$/, '')) !== null
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    if (fetches && !downloadHosts.some((end) => host.endsWith(end))) return host
  }
  return null
}
