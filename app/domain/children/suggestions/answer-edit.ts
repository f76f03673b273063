import { answerEdit } from '#app/domain/children/moderation/edit-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { changeBySpeaker } from './hold-said.ts';

/** 改写行不行: the child reads the wording that would be shown and says yes or no. */
export function answerWording(ctx: Ctx, ticket: string, agrees: boolean): Promise<void> {
  return changeBySpeaker(ctx, ticket, async (tx, said, matter) => {
    await answerEdit(tx, { kind: 'suggestion', subjectId: said.id, regionCode: said.regionCode }, agrees, 'child');
    await tx.record('suggestion.edit-answered', matter, { agrees });
  });
}
