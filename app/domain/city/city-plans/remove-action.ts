import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { edit } from './edit.ts';

/** 删去行动 from what is being written; published revisions keep it. */
export function removeAction(ctx: Ctx, id: string, code: string, edition: number): Promise<void> {
  return edit(ctx, id, { edition, event: 'city-plan.action-removed', facts: { action: code } }, ({ content }) => {
    const actions = content.actions.filter((action) => action.code !== code);
    if (actions.length === content.actions.length) throw new Refusal('city-action-not-found', 404);
    return { content: { ...content, actions } };
  });
}
