import { publishedStatements } from '#app/domain/pilot/scoring/method-statement.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import type { NoticeContent } from './model.ts';

/** 计分方法说明 printed with the notice: of the scores that were published for the call, in both languages; null where there are none. */
export async function methodOf(ctx: Ctx, callId: string): Promise<NoticeContent['method']> {
  const said = async (locale: Locale) => (await publishedStatements(ctx, callId, locale)).map(({ paragraphs }) => paragraphs.join('\n')).join('\n');
  const [zh, en] = [await said('zh-CN'), await said('en')];
  return zh ? { zh, en } : null;
}
