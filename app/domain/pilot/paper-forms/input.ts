import { z } from 'zod';
import { SaveInput } from '#app/domain/pilot/applications/input.ts';

/** 写入导入: what somebody chose from a preview, and the file it came from. */
export const TakeInput = z.object({
  fileName: z.string().trim().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  answers: SaveInput.shape.answers,
});
export type TakeInput = z.infer<typeof TakeInput>;

/** 撤销导入. */
export const UndoInput = z.object({ importId: z.uuid() });
