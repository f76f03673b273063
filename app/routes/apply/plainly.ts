import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 文件地址: a refusal where a file was asked for is a sentence in plain text. */
export async function plainly(ctx: Ctx, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers });
  }
}
