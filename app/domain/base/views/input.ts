import { z } from 'zod';
import { viewedLists } from './model.ts';

const list = z.enum(viewedLists);
const search = z.string().max(1000).regex(/^(\?.*)?$/s);
const columns = z.array(z.string().regex(/^[a-z-]{1,20}$/i)).max(20);

/** 视图与列: what is sent from above a list. */
export const ViewDeed = z.discriminatedUnion('deed', [
  z.object({
    deed: z.literal('save'), list, search,
    name: z.string().trim().min(1, 'view-name').max(20, 'view-name'), isDefault: z.stringbool().default(false),
  }),
  z.object({ deed: z.literal('remove'), list, id: z.uuid() }),
  z.object({ deed: z.literal('columns'), list, search, all: columns.default([]), shown: columns.default([]) }),
]);
export type SaveView = Omit<Extract<z.infer<typeof ViewDeed>, { deed: 'save' }>, 'deed'>;
