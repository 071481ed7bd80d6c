import { listen, type Listening } from '../../lab/listen.ts'

/** A few bytes that `xz` made: openQA unpacks some images. */
const packed = Buffer.from(
  '/Td6WFoAAAFpIt42AgAhARwAAAAQz1jMAQAIYW4gaW1hZ2UKAAAAAA3cyd8AAR0Jk2E2ppBCmQ0BAAAAAAFZWg==',
  'base64',
)
const plain = Buffer.from('an image\n')

/**
 * A compose tree whose images can be fetched, as openQA does; a few bytes stand for each. All else is where
 * it was: every other request is sent on to the lab's tree.
 */
export function startImageTree(lab: string): Promise<Listening> {
  return listen(({ url = '/' }, response) => {
    if (/\.(iso|qcow2|xz)$/.test(url)) response.end(url.endsWith('.xz') ? packed : plain)
    else response.writeHead(307, { Location: new URL(url, lab).href }).end()
  })
}
