import { z } from 'zod';
import { acceptSheet } from '#app/domain/city/collection/accept-sheet.ts';
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

/** 表上能办的事, told apart by the button that was pressed. */
export const SheetDeed = z.discriminatedUnion('go', [Save, HandIn, Accept, Return]);

/** 办: what was typed is saved first, so that nothing is lost when handing in is refused or a cell was changed by another meanwhile. */
export async function doSheetDeed(ctx: Ctx, id: string, deed: z.output<typeof SheetDeed>, given: Record<string, unknown>): Promise<void> {
  if (deed.go === 'accept') return acceptSheet(ctx, id, deed.turn);
  if (deed.go === 'return') return returnSheet(ctx, id, { turn: deed.turn, note: deed.note, remarks: remarksOfForm(given) });
  const entries = entriesOfForm(given);
  if (entries.length > 0 && (await saveTyped(ctx, id, entries)).length > 0) throw new Refusal('cell-saved-meanwhile');
  if (deed.go === 'hand-in') await handInSheet(ctx, id, deed);
}
