import { and, eq, type SQL, sql } from 'drizzle-orm';
import { access, regionsFor } from '#app/domain/base/accounts/access.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { collectionEntries, collectionRounds, collectionSheets } from './tables.server.ts';

// Asked of one sheet by the verbs and of all sheets by the lists of what waits: nobody's list holds what a verb would refuse them.
const [r, s, g, l, e] = [collectionRounds, collectionSheets, roleGrants, regionLineage, collectionEntries];
const [unit, held] = [sql`${s.regionCode}`, sql`${r.regionCode}`];
const isIn = (inner: SQL, outer: SQL): SQL => sql`(${outer} = '*' or starts_with(${inner}, ${outer}))`;
const oneAbove = (code: SQL): SQL => sql`case length(${code}) when 12 then left(${code}, 9) when 9 then left(${code}, 6) when 6 then left(${code}, 4) when 4 then left(${code}, 2) else '*' end`;
const ownRegions = (ctx: Ctx, verb: 'collection.fill' | 'collection.check'): SQL => sql`unnest(${sql.param(regionsFor(ctx.actor, verb))}::text[]) as own (code)`;
const heirs = (where: SQL): SQL => sql`exists (select from ${l} where ${l.oldCode} = ${s.regionCode} and ${l.isPrincipal} and not ${l.isReused} and ${where})`;

/** 能不能填: for the unit, or for what it became, by its own people or by those between it and the collecting place; whoever sits above that place fills in nothing of its round. */
export function mayFill(ctx: Ctx): SQL<boolean> {
  const fits = (of: SQL) => sql`(own.code = ${of} or (${isIn(of, sql`own.code`)} and ${isIn(sql`own.code`, held)}))`;
  return sql<boolean>`exists (select from ${ownRegions(ctx, 'collection.fill')} where ${fits(unit)} or ${heirs(fits(sql`${l.presentCode}`))})`;
}

/** 谁填的: the collecting place where it told of itself, and where somebody above the unit entered for it, the highest place inside the round that they answer for; of whoever answers for nothing there any more, nothing is known. */
const enteredAt = sql`case when ${unit} = ${held} then ${held} when ${s.enteredFor} <> '' then (
  select ${g.regionCode} from ${g} where ${g.userId} = ${s.reportedBy} and ${g.role} = any(${sql.param([...access['collection.fill']])}::text[]) and ${isIn(sql`${g.regionCode}`, held)}
    and (${isIn(unit, sql`${g.regionCode}`)} or ${heirs(isIn(sql`${l.presentCode}`, sql`${g.regionCode}`))}) order by length(${g.regionCode}) limit 1) end`;
/** 审核的地方: one step above whoever told, never above the collecting place. */
const checkedAt = sql`case when entered.at is null and ${s.enteredFor} <> '' then ${held} when coalesce(entered.at, ${unit}) = ${held} then ${held}
  when ${isIn(oneAbove(sql`coalesce(entered.at, ${unit})`), held)} then ${oneAbove(sql`coalesce(entered.at, ${unit})`)} else ${held} end`;

/** 由哪里审核 a sheet that is handed in. */
export const checkPlace = sql<string>`(select ${checkedAt} from (select ${enteredAt} as at) as entered)`;

/** 本级自己说的: told by the collecting place, of itself or for a unit, so that whoever sits above it may check too. */
export const isToldByPlace = sql<boolean>`coalesce(${enteredAt} = ${held}, false)`;

/** 能不能审核: from one step above whoever told up to the collecting place; whoever sits above that leaves its round alone, but for what it told itself, so that a place with one officer is not stuck. */
export function mayCheck(ctx: Ctx): SQL<boolean> {
  return sql<boolean>`exists (select from ${ownRegions(ctx, 'collection.check')}, (select ${enteredAt} as at) as entered where ${isIn(checkedAt, sql`own.code`)} and (entered.at = ${held} or ${isIn(sql`own.code`, held)}))`;
}

/** 自己的表: whoever handed a sheet in, or typed any of its figures or attached a paper to one, is not the second person who checks it. */
export function isOwn(ctx: Ctx): SQL<boolean> {
  return sql<boolean>`(${s.reportedBy} = ${ctx.actor.id} or exists (select from ${e} where ${e.countyCode} = ${s.countyCode} and ${e.sheetId} = ${s.id} and (${e.savedBy} = ${ctx.actor.id} or exists (select from ${files} where ${files.id} = ${e.evidenceId} and ${files.ownerId} = ${ctx.actor.id}))))`;
}

/** 待我审核: handed in, and this person may accept it. */
export const waitsForCheck = (ctx: Ctx): SQL | undefined => and(eq(s.state, 'reported'), mayCheck(ctx), sql`not ${isOwn(ctx)}`);
