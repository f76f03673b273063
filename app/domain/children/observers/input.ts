import { z } from 'zod';

const day = z.iso.date();
const line = (most: number, least = 1) => z.string().trim().min(least).max(most);
const nickname = line(12);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const seats = z.coerce.number<string>().int().min(1).max(60);

export const RoundInput = z
  .object({ title: line(40, 2), about: z.string().trim().max(300).default(''), on: day, at: time, place: line(60), seats, supporter: line(20), checkedOn: day })
  .transform(({ on, at, ...rest }) => ({ ...rest, startsAt: new Date(`${on}T${at}:00+08:00`) }));
export const SignUpInput = z.object({ nickname });
export const PaperSignUpInput = z.object({ nickname, consentOn: day });
export const NoteInput = z.object({ text: line(500, 2) });
export const WalkedInput = z.object({ there: z.array(z.uuid()).max(60).default([]), summary: line(500, 2) });
export const IdInput = z.object({ id: z.uuid() });
export const WordingInput = IdInput.extend({ agrees: z.enum(['yes', 'no']) });
