import { sql } from 'drizzle-orm';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document } from '#app/domain/base/documents/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { getHeld } from './family.ts';

/** What a protection case may have left on a row is no guardian's to read: it could warn whoever harmed the child. */
const withheld = ['county_code', 'is_locked', 'locked_at', 'held_for'];
const closedTables = /^(moderation|protection)/;

/** 孩子的全部内容: what this room holds, and every row of the other rooms that points at the child. */
export async function copyChild(ctx: Ctx, childId: string) {
  const { notice, openings, ...held } = await getHeld(ctx, childId);
  return { ...held, notice: { version: notice.version, hash: notice.hash }, openedBy: openings, elsewhere: await rowsElsewhere(ctx, childId), copiedAt: ctx.now };
}

async function rowsElsewhere(ctx: Ctx, childId: string): Promise<Record<string, Record<string, unknown>[]>> {
  const { rows: tables } = await ctx.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'child_id' and data_type = 'uuid' order by 1`);
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of tables.filter((table) => !closedTables.test(table.name) && table.name !== 'erasures')) {
    const { rows } = await ctx.db.execute<{ row: Record<string, unknown> }>(sql`select to_jsonb(t) as row from ${sql.identifier(name)} t where child_id = ${childId} limit 2000`);
    if (rows.length > 0) found[name] = rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([key]) => !withheld.includes(key))));
  }
  return found;
}

/** 副本 as JSON, or as PDF to print; `title` and `words` are of the reader's language. */
export async function copyDocument(ctx: Ctx, childId: string, format: 'json' | 'pdf', title: string): Promise<Document | { name: string; json: string }> {
  const copy = await copyChild(ctx, childId);
  if (format === 'json') return { name: title, json: JSON.stringify(copy, null, 2) };
  const sections = Object.entries(copy).flatMap(([key, value]) => (value === null || typeof value !== 'object' || value instanceof Date ? [] : [{ heading: key, lines: linesOf(value) }]));
  const facts = Object.entries(copy).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [`${key}: ${value}`] : []));
  return { name: title, format: 'pdf', content: await compilePdf('children/identity/copy.typ', { title, madeAt: beijingTime(ctx.now), madeOn: ctx.now.toISOString().slice(0, 10), lang: ctx.locale === 'en' ? 'en' : 'zh', facts, sections }) };
}

function linesOf(value: object): string[] {
  if (Array.isArray(value)) return value.map((each) => line(each));
  return Object.entries(value).flatMap(([key, each]) => (Array.isArray(each) ? [`${key}:`, ...each.map((one) => line(one))] : [`${key}: ${line(each)}`]));
}

const line = (value: unknown): string =>
  value !== null && typeof value === 'object' && !(value instanceof Date)
    ? Object.entries(value).map(([key, each]) => `${key}: ${line(each)}`).join(' · ')
    : value instanceof Date ? beijingTime(value) : String(value ?? '—');
