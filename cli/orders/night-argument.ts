import { Argument } from 'commander'

/** The argument `<night>` of an order. */
export function nightArgument(): Argument {
  return new Argument(
    '<night>',
    'rawhide, branched/YYYY-MM-DD, 44_RC-1.2, a compose id or URL, or a workflow id',
  )
}
