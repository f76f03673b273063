import { z } from 'zod';
import { acceptSheet } from '#app/domain/city/collection/accept-sheet.ts';
import { attachEvidence } from '#app/domain/city/collection/attach-evidence.ts';
import { detachEvidence } from '#app/domain/city/collection/detach-evidence.ts';
import { entriesOfForm, remarksOfForm } from '#app/domain/city/collection/entries-of-form.ts';
import { handInSheet } from '#app/domain/city/collection/hand-in.ts';
import { AcceptInput, HandInInput, ReturnInput } from '#app/domain/city/collection/input.ts';
import { returnSheet } from '#app/domain/city/collection/return-sheet.ts';
import { saveTyped } from '#app/domain/city/collection/save-entries.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

const Save = z.looseObject({ go: z.enum(['save', 'check']) });
const HandIn = HandInInput.extend({ go: z.literal('hand-in') }).loose();
const Accept = AcceptInput.extend({ go: z.literal('accept') });
const Return = ReturnInput.omit({ remarks: true }).extend({ go: z.literal('return') });

const key = /^(\d{1,9})\.(\d{1,5})$/;
const Cell = z.string().regex(key).transform((said) => { const [indicatorId, breakdown] = said.split('.').map(Number) as [number, number]; return { indicatorId, breakdown }; });
const Detach = z.looseObject({ go: z.literal('detach'), cell: Cell });
/** A button says one thing: `detach.12.0` is the paper of that cell. */
const pressed = (given: unknown): unknown => {
  const [, cell] = /^detach\.(.+)$/.exec(String((given as { go?: unknown } | null)?.go)) ?? [];
  return cell === undefined ? given : { ...(given as object), go: 'detach', cell };
};

/** 表上能办的事, told apart by the button that was pressed. */
export const SheetDeed = z.preprocess(pressed, z.discriminatedUnion('go', [Save, HandIn, Accept, Return, Detach]));

/** 办: what was typed is saved first and the chosen papers after it, so that nothing is lost when handing in is refused or a cell was changed by another meanwhile. */
export async function doSheetDeed(ctx: Ctx, id: string, deed: z.output<typeof SheetDeed>, given: Record<string, unknown>, form = new FormData()): Promise<void> {
  if (deed.go === 'accept') return acceptSheet(ctx, id, deed.turn);
  if (deed.go === 'return') return returnSheet(ctx, id, { turn: deed.turn, note: deed.note, remarks: remarksOfForm(given) });
  const entries = entriesOfForm(given);
  const meanwhile = entries.length > 0 ? await saveTyped(ctx, id, entries) : [];
  for (const { cell, paper } of papersOf(form)) await attachEvidence(ctx, id, cell, { name: paper.name, content: Buffer.from(await paper.arrayBuffer()) });
  if (meanwhile.length > 0) throw new Refusal('cell-saved-meanwhile');
  if (deed.go === 'detach') await detachEvidence(ctx, id, deed.cell);
  if (deed.go === 'hand-in') await handInSheet(ctx, id, deed);
}

/** 选了的佐证 by cell, as `f.12.0`; an empty box chose nothing. */
const papersOf = (form: FormData) => [...form].flatMap(([name, paper]) => {
  const cell = name.startsWith('f.') ? Cell.safeParse(name.slice(2)).data : undefined;
  return cell && paper instanceof File && paper.size > 0 ? [{ cell, paper }] : [];
});
