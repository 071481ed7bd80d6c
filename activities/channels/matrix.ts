import { probeMatrix, sendNotice, type MatrixRoom } from '../../clients/matrix/matrix.ts'
import { noticeHtml } from '../../report/html/notice.ts'
import { noticeOf, noticeText } from '../../report/text/notice.ts'
import type { Channel } from './channel.ts'

/** A room that gets each report in a few lines. Its token is read for each try, as a key is. */
export function matrixChannel(
  { name, rule }: Pick<Channel, 'name' | 'rule'>,
  room: MatrixRoom,
  token: () => string,
): Channel {
  return {
    name,
    rule,
    async send({ id, report, signal }) {
      const notice = noticeOf(report)
      return await sendNotice(room, token(), {
        id,
        text: noticeText(notice),
        html: noticeHtml(notice),
        signal,
      })
    },
    examine: async () => await probeMatrix(room, token()),
  }
}
