import { z } from 'zod'

/** `default: return look satisfies never`, as Babel's syntax tree has it. */
const exhausted = z.object({
  type: z.literal('SwitchCase'),
  test: z.null(),
  consequent: z.tuple([
    z.object({
      argument: z.object({
        type: z.literal('TSSatisfiesExpression'),
        typeAnnotation: z.object({ type: z.literal('TSNeverKeyword') }),
      }),
    }),
  ]),
})

/** Tells Stryker to leave out what the compiler proves to be never reached. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'unreachable',
    value: {
      shouldIgnore: ({ node }: { readonly node: unknown }) =>
        exhausted.safeParse(node).success ? 'the compiler proves that it is never reached' : undefined,
    },
  },
]
