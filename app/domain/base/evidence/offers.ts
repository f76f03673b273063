import { and, desc, eq, gte, inArray, isNull, like, lte, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Confidentiality, type Kind, shortestPlace, type Standing, standingOn } from './model.ts';
import { kindsFor } from './proof.ts';
import { asSeen } from './seen.ts';
import { evidence, evidenceCitations } from './tables.server.ts';

/** 可用的佐证: one piece to use again, and why it is offered: it served this rule before, its words fit, or it is of a fitting kind. */
export type Offer = {
  id: string; regionCode: string; kind: Kind; title: string; summary: string; validTo: string | null; standing: Standing; confidentiality: Confidentiality;
  why: 'rule' | 'words' | 'kind'; timesCited: number; fileCount: number;
};

/** 这个地方的: pieces of the place, of what lies in it, and of the street and county it lies in. */
export function servingPlace(regionCode: string) {
  const above = parentCandidates(regionCode).filter((code) => code.length >= shortestPlace);
  return and(eq(evidence.countyCode, countyCode(regionCode)), or(like(evidence.regionCode, `${regionCode}%`), above.length > 0 ? inArray(evidence.regionCode, above) : undefined));
}

/**
 * 你已有这份材料: pieces that may be cited on a day for a rule or while these words are typed, best first.
 * Without a rule and words the newest are offered.
 */
export async function evidenceFor(ctx: Ctx, regionCode: string, asked: { ruleId?: string; words?: string; kind?: Kind; onDay?: string; limit?: number } = {}): Promise<Offer[]> {
  allow(ctx, 'evidence.read', { regionCode });
  const day = asked.onDay ?? beijingDay(ctx.now);
  const pieces = piecesOf(asked.words ?? '');
  if (asked.words && pieces.length === 0) return [];
  const rule = asked.ruleId ? rulesOf(await currentEdition(ctx)).find((one) => one.id === asked.ruleId) : undefined;
  const kinds = asked.kind ? [asked.kind] : rule ? kindsFor(rule.evidence) : undefined;
  const timesCited = sql<number>`(select count(*)::int from ${evidenceCitations} c where c.county_code = ${evidence.countyCode} and c.evidence_id = ${evidence.id})`;
  const forRule = sql<boolean>`exists (select 1 from ${evidenceCitations} c where c.county_code = ${evidence.countyCode} and c.evidence_id = ${evidence.id} and c.rule_id = ${asked.ruleId ?? ''} and c.rule_id <> '')`;
  const rows = await ctx.db
    .select({ piece: evidence, timesCited, forRule })
    .from(evidence)
    .where(and(
      servingPlace(regionCode), isNull(evidence.withdrawnAt), lte(evidence.validFrom, day), or(isNull(evidence.validTo), gte(evidence.validTo, day)),
      kinds ? inArray(evidence.kind, kinds) : undefined,
      pieces.length > 0 ? or(...pieces.flatMap((piece) => [like(evidence.title, anywhere(piece)), like(evidence.text, anywhere(piece))])) : undefined,
    ))
    .orderBy(desc(forRule), desc(evidence.id))
    .limit(200);
  return rows
    .map((row) => ({ ...row, fit: (row.forRule ? 100 : 0) + fitOf(row.piece.title, pieces) * 3 + fitOf(row.piece.text, pieces) }))
    .toSorted((a, b) => b.fit - a.fit)
    .filter(({ fit }, _, [best]) => pieces.length === 0 || fit * 2 > best!.fit)
    .slice(0, asked.limit ?? 8)
    .map(({ piece, timesCited: times, forRule: isForRule }) => {
      const { id, kind, title, text, number, unit, validTo, files, regionCode: at } = asSeen(ctx.actor, piece);
      return {
        id, regionCode: at, kind, title, summary: number === null ? [...text].slice(0, 60).join('') : `${number} ${unit}`.trim(), validTo,
        standing: standingOn({ ...piece, isWithdrawn: false }, day), confidentiality: piece.confidentiality, why: isForRule ? 'rule' as const : pieces.length > 0 ? 'words' as const : 'kind' as const,
        timesCited: times, fileCount: files.length,
      };
    });
}

/** 词片: pairs of Chinese characters, Latin words and figures of what was typed; the database looks for any of them. */
export function piecesOf(words: string): string[] {
  const runs = words.normalize('NFKC').match(/[\u3400-\u9fff]{2,}|[A-Za-z]{3,}|\d{2,}/g) ?? [];
  const pieces = runs.flatMap((run) => (/[\u3400-\u9fff]/.test(run) ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run]));
  return [...new Set(pieces)].slice(0, 24);
}

const fitOf = (text: string, pieces: readonly string[]) => pieces.filter((piece) => text.includes(piece)).length;
