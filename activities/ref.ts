/**
 * The name of a kept value: the hash of its content. It is what crosses an activity's border in place of the
 * value.
 */
export type Ref = string
