import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { allow, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Charter } from './model.ts';
import { councilCandidates, councilCharters, councilMembers, councilMotions, councils, councilSessions, councilSupporters, councilTerms } from './tables.server.ts';

const kinds = {
  council: councils, term: councilTerms, candidate: councilCandidates, member: councilMembers, session: councilSessions, motion: councilMotions, supporter: councilSupporters,
} as const;
type Kinds = typeof kinds;
export type Row<K extends keyof Kinds> = Kinds[K]['$inferSelect'];
export type Council = Row<'council'>;
export type Motion = Row<'motion'>;
export type Session = Row<'session'>;
export type Term = Row<'term'>;
export type Member = Row<'member'>;

const missing: Record<keyof Kinds, string> = {
  council: 'council-not-found', term: 'council-term-not-found', candidate: 'council-candidate-not-found', member: 'council-member-not-found', session: 'council-session-not-found', motion: 'council-motion-not-found',
  supporter: 'council-supporter-not-found',
};

/** One thing of this room by its id; what does not exist is refused. */
export async function find<K extends keyof Kinds>(ctx: Ctx, kind: K, id: string): Promise<Row<K>> {
  const table: PgTable & { id: Kinds[K]['id'] } = kinds[kind];
  const [row] = isId(id) ? await ctx.db.select().from(table).where(eq(table.id, id)).limit(1) : [];
  if (!row) throw new Refusal(missing[kind], 404);
  return row as Row<K>;
}

/** The same, held against two who write at once. */
export async function hold<K extends keyof Kinds>(tx: Change, kind: K, id: string): Promise<Row<K>> {
  const found = await find(tx, kind, id);
  const table: PgTable & { id: Kinds[K]['id']; countyCode: Kinds[K]['countyCode'] } = kinds[kind];
  const [row] = await tx.db.select().from(table).where(and(eq(table.countyCode, found.countyCode), eq(table.id, id))).for('update');
  return row as Row<K>;
}

/** Held by somebody who keeps councils here; for others it does not exist. */
export async function holdAs<K extends keyof Kinds>(tx: Change, verb: Verb, kind: K, id: string): Promise<Row<K>> {
  const row = await hold(tx, kind, id);
  allow(tx, verb, row);
  return row;
}

/** Where a row of a table is, by its key. */
export function itself(table: { countyCode: PgColumn; id: PgColumn }, row: { countyCode: number; id: string }) {
  return sql`${table.countyCode} = ${row.countyCode} and ${table.id} = ${row.id}`;
}

/** 章程 of a version. */
export async function charterOf(ctx: Ctx, council: Pick<Council, 'countyCode' | 'id'>, version: number): Promise<Charter> {
  const [row] = await ctx.db.select({ content: councilCharters.content }).from(councilCharters)
    .where(and(eq(councilCharters.countyCode, council.countyCode), eq(councilCharters.councilId, council.id), eq(councilCharters.version, version)));
  return row!.content as Charter;
}

/** The newest term of a council, if there is one. */
export async function newestTerm(ctx: Ctx, council: Pick<Council, 'countyCode' | 'id'>): Promise<Term | undefined> {
  const [term] = await ctx.db.select().from(councilTerms).where(and(eq(councilTerms.countyCode, council.countyCode), eq(councilTerms.councilId, council.id))).orderBy(desc(councilTerms.number)).limit(1);
  return term;
}

/** 在任委员 of a term. */
export function membersOf(ctx: Ctx, term: Pick<Term, 'countyCode' | 'id'>): Promise<Member[]> {
  return ctx.db.select().from(councilMembers).where(and(eq(councilMembers.countyCode, term.countyCode), eq(councilMembers.termId, term.id), isNull(councilMembers.endedOn))).orderBy(councilMembers.letterNumber);
}
