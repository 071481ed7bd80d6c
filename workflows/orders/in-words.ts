import type { Order } from './order.ts'

/** What was ordered, in words. */
export function inWords(order: Order): string {
  switch (order.name) {
    case 'rerun':
      return rerunInWords(order.what)
    case 'accept':
      return `accept ${order.what.join(', ')}${order.until === null ? '' : ` until ${order.until}`}`
    case 'extend':
      return order.until === null
        ? `extend the stage by ${order.hours} h`
        : `extend the stage until ${order.until.slice(0, 16).replace('T', ' ')} UTC`
    case 'finish':
      return 'report now with what is there'
    case 'cancel':
      return 'stop'
    case 'look':
      return 'look now'
    default:
      return order satisfies never
  }
}

function rerunInWords(what: Extract<Order, { name: 'rerun' }>['what']): string {
  switch (what.kind) {
    case 'failed':
      return 'run what failed again'
    case 'all':
      return 'run every job again'
    case 'jobs':
      return `run ${what.ids.length === 1 ? 'job' : 'jobs'} ${what.ids.slice(0, 20).join(', ')} again`
    case 'flavor':
      return `run the jobs of ${what.flavor} again`
    case 'bug':
      return `run the jobs with ${what.bug} again`
    case 'stage':
      return `begin again at ${what.from}`
    default:
      return what satisfies never
  }
}
