import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

const headers = { 'Cache-Control': 'no-store' };

/** 回答手机: JSON in every case; a refusal is a sentence in the person's language. */
export async function answerPhone(ctx: Ctx, run: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await run(), { headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ code: error.code, problem: refusalSentence(error.code, ctx.locale) }, { status: error.status, headers });
  }
}
