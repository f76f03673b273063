import { z } from 'zod';
import { kinds, standings } from '#app/domain/base/evidence/model.ts';
import { cursorInput, searchInput } from '#app/platform/query.ts';

/** What the address of the list, and of its table, may ask for. */
export const Asked = z.object({ ...cursorInput, text: searchInput, kind: z.enum(kinds).optional(), standing: z.enum(standings).optional(), rule: z.string().regex(/^[A-Z]\d+\.\d+$/).optional(), uncited: z.literal('yes').optional() });

/** The same, as the room asks for it. */
export const filterOf = ({ rule, uncited, ...asked }: z.output<typeof Asked>) => ({ ...asked, ruleId: rule, isUncited: uncited === 'yes' });
