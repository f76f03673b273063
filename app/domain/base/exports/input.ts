import { z } from 'zod';
import { formats, listNames } from './model.ts';

/** 导出: which list, with the filters of its page as they stand in the address, in which form. */
export const OrderExport = z.object({
  deed: z.literal('order'),
  list: z.enum(listNames),
  search: z.string().max(2000).default(''),
  format: z.enum(formats),
});
export type OrderExport = z.infer<typeof OrderExport>;

/** 我的导出页的操作. */
export const ExportDeed = z.discriminatedUnion('deed', [OrderExport, z.object({ deed: z.literal('discard'), id: z.uuid() })]);
