import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SaveInput } from './input.ts';
import { saveSection } from './save-section.ts';
import { type Whole, wholeApplication } from './whole-application.ts';

type Given = Record<string, SaveInput['answers'][number]['value']>;

/**
 * 未变才存: saves answers over exactly what their author has read. When somebody else has saved since, nothing is saved,
 * also when that happens in the same moment: nobody's text is written over.
 */
export function saveUnchanged(ctx: Ctx, id: string, given: Given, isWhatWasRead: (whole: Whole) => boolean): Promise<Whole> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { whole, seen } = await wholeApplication(inside, id);
    if (!isWhatWasRead(whole)) throw new Refusal('changed-meanwhile', 412);
    const answers = Object.entries(given).map(([questionId, value]) => ({ questionId, value, bases: seen[questionId] ?? [] }));
    const saved = await saveSection(inside, id, { answers });
    if (saved.some((one) => one.rivals.length > 0)) throw new Refusal('changed-meanwhile', 412);
    return (await wholeApplication(inside, id)).whole;
  });
}
