import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { searchInput } from '#app/platform/query.ts';
import { entryKinds } from './model.ts';

const day = z.iso.date();

/** 搜索条件: words, and what narrows them. */
export const SearchAsked = z.object({
  q: searchInput,
  kind: z.enum(entryKinds).optional(),
  region: z.string().refine(isRegionCode).optional(),
  from: day.optional(),
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(10).default(1),
});
export type SearchAsked = z.output<typeof SearchAsked>;
