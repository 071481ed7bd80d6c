import { Argument } from 'commander'

/** The argument `<night>` of an order. */
export function nightArgument(): Argument {
  return new Argument('<night>', 'rawhide, branched/YYYY-MM-DD, a compose id or a workflow id')
}
