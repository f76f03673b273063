import { z } from 'zod';
import { IndicatorInput, SaveDraftInput, SendBackInput, VoiceInput } from '#app/domain/pilot/evaluation/input.ts';

const revision = z.coerce.number().int().min(0);
const entry = z.object({ entryId: z.uuid() });

const deeds = {
  save: SaveDraftInput, send: z.object({}), conclude: z.object({ revision }), 'send-back': SendBackInput, change: z.object({ evaluatorId: z.string().trim().min(1).max(60) }),
  voice: VoiceInput, indicator: IndicatorInput, 'take-voices': z.object({}), 'remove-voice': entry, 'remove-indicator': entry,
};
type Deeds = { [D in keyof typeof deeds]: { deed: D; input: z.output<(typeof deeds)[D]> } }[keyof typeof deeds];

/** 一份评估能办的, at the desk: the form says what it does, the rest is read by what that needs. */
export const EvaluationDeed = z.looseObject({ deed: z.enum(Object.keys(deeds) as [keyof typeof deeds]) }).transform(({ deed, ...rest }, issues): Deeds => {
  const parsed = deeds[deed].safeParse(rest);
  if (parsed.success) return { deed, input: parsed.data } as Deeds;
  for (const issue of parsed.error.issues) issues.addIssue({ ...issue, code: 'custom', message: issue.message, path: issue.path });
  return z.NEVER;
});
