import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import type { OrganisationInput } from './input.ts';
import { organisationAgents, organisations } from './tables.server.ts';

const compared = ['kind', 'name', 'creditCode', 'regionCode', 'address', 'contactName', 'contactPhone'] as const;
const keyOf = (row: { creditCode: string | null; name: string; regionCode: string }) => row.creditCode || `${row.name}\n${row.regionCode}`;

/** 与名册比较: whether each row is new, says something else of an organisation that this person acts for, or cannot be taken. */
export async function compareOrganisations(ctx: Ctx, rows: readonly OrganisationInput[]): Promise<RowVerdict[]> {
  if (rows.length === 0) return [];
  const there = await ctx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, [...new Set(rows.map((row) => row.regionCode))]));
  const codes = new Set(there.map(({ code }) => code));
  const held = await ctx.db
    .select({ organisation: organisations, agent: organisationAgents.userId })
    .from(organisations)
    .leftJoin(organisationAgents, and(eq(organisationAgents.organisationId, organisations.id), eq(organisationAgents.userId, ctx.actor.id), isNull(organisationAgents.until)))
    .where(or(
      inArray(organisations.creditCode, rows.map((row) => row.creditCode).filter(Boolean)),
      and(inArray(organisations.name, rows.map((row) => row.name)), isNull(organisations.creditCode)),
    ));
  const known = new Map(held.map((one) => [keyOf(one.organisation), one]));
  const firsts = new Map<string, number>();

  return rows.map((row, i) => {
    const key = keyOf(row);
    const first = firsts.get(key);
    if (first !== undefined) return { state: 'wrong', column: row.creditCode ? 'creditCode' : 'name', code: 'double', figures: [String(first)] };
    firsts.set(key, i);
    if (!codes.has(row.regionCode)) return { state: 'wrong', column: 'regionCode', code: 'region-code', figures: [row.regionCode] };
    if (!may(ctx.actor, 'organisation.register', row)) return { state: 'wrong', column: 'regionCode', code: 'not-here' };
    const found = known.get(key);
    if (!found) return { state: 'new' };
    const { organisation } = found;
    if (compared.every((name) => (organisation[name] ?? '') === row[name])) return { state: 'same' };
    if (!found.agent) return { state: 'wrong', column: row.creditCode ? 'creditCode' : 'name', code: 'not-yours' };
    const before = Object.fromEntries(compared.map((name) => [name, organisation[name] ?? '']));
    return { state: 'changed', subjectId: organisation.id, before: { ...before, revision: organisation.revision } };
  });
}
