import { Look, Question } from '#app/domain/city/statistics-database/input.ts';
import { queryOf } from '#app/platform/query.ts';
import type { Asked } from './links.ts';

/** 问题 as an address or a form without script puts it: ticked boxes come one by one. */
export function askedOf(request: Request): Asked {
  const params = new URL(request.url).searchParams;
  const given: Record<string, string> = {};
  for (const [name, value] of params) if (value.trim() !== '') given[name] = value.trim();
  const i = params.getAll('i').join(',');
  return { ...queryOf({ ...given, ...(i ? { i: i.slice(0, 600) } : {}) }, Question), ...queryOf(given, Look) };
}
