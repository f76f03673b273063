import type { Ctx } from '#app/platform/ctx.ts';
import type { NoticeContent } from './model.ts';

/** 计分方法说明 printed with the notice: of the scores that were published for the call; null where there are none. */
export async function methodOf(_ctx: Ctx, _callId: string): Promise<NoticeContent['method']> {
  return null;
}
