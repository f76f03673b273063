import { z } from 'zod';

/** 查询条件: what the address asks for; an empty or unreadable part counts as not asked. */
export function query<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const asked: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) if (value.trim() !== '') asked[name] = value.trim();
  return queryOf(asked, schema);
}

/** The same out of its parts. */
export function queryOf<S extends z.ZodType>(given: Record<string, string>, schema: S): z.output<S> {
  const asked = { ...given };
  const first = schema.safeParse(asked);
  if (first.success) return first.data;
  for (const issue of first.error.issues) delete asked[String(issue.path[0])];
  return schema.parse(asked);
}

/** The two ends of keyset paging, for any list whose key is a uuid. */
export const cursorInput = { after: z.uuid().optional(), before: z.uuid().optional() };

/** What somebody typed to search by; control characters go, length is bounded. */
export const searchInput = z
  .string()
  .transform((text) => text.replace(/\p{Cc}/gu, ' ').trim().slice(0, 60))
  .optional();
