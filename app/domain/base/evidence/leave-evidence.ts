import { and, eq, isNull } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { system } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { enterEvidence } from './add-evidence.ts';
import { cite } from './cite.ts';
import { hashOf } from './content.ts';
import { replaceContent } from './correct-evidence.ts';
import { type AgeBand, type Content, type EvidenceFile, type Kind, shortestPlace } from './model.ts';
import { kindsFor } from './proof.ts';
import { evidence, evidenceCitations } from './tables.server.ts';

/** 工作留痕: what an operation that really happened says of itself, which thing in which room it was, and the rules it speaks to. */
export type Left = {
  regionCode: string;
  kind: Kind;
  title: string;
  text: string;
  value?: { number: number; unit: string; factKey?: string };
  source: { room: string; name: string; subjectId: string };
  ruleIds: readonly string[];
  validFrom: string;
  validTo?: string | null;
  files?: EvidenceFile[];
  ageBand?: AgeBand;
  isPublic?: boolean;
};

/**
 * 留下佐证: part of the change that finishes something real; done again for the same thing it corrects the piece.
 * The operation never fails for it: what evidence must not hold, and places above the county, leave none (undefined).
 */
export async function leaveEvidence(tx: Change, left: Left): Promise<string | undefined> {
  if (left.regionCode.length < shortestPlace) return undefined;
  try {
    return await change(tx, (inner) => leave({ ...inner, actor: system }, left));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.record('evidence.not-left', { id: left.source.subjectId, regionCode: left.regionCode }, { room: left.source.room, code: error.code });
    return undefined;
  }
}

async function leave(tx: Change, left: Left): Promise<string> {
  const { regionCode } = left;
  const subjectId = `${left.source.room}:${left.source.subjectId}`;
  const content = contentOf(left);
  const stands = await piece(tx, regionCode, subjectId);
  if (stands && stands.hash !== hashOf(content)) await replaceContent(tx, stands, content, left.source.name);
  const id = stands?.id ?? (await enterEvidence(tx, regionCode, content)).id;

  const rules = new Map(rulesOf(await currentEdition(tx)).map((rule) => [rule.id, rule.evidence]));
  const fitting = left.ruleIds.filter((ruleId) => rules.has(ruleId) && kindsFor(rules.get(ruleId)!).includes(content.kind));
  for (const ruleId of fitting.length > 0 ? fitting : ['']) await cite(tx, { evidenceId: id, regionCode, by: 'operation', subjectId, ruleId });
  await tx.record('evidence.left', { id, regionCode }, { room: left.source.room, subjectId: left.source.subjectId, ruleIds: fitting });
  return id;
}

function contentOf({ kind, title, text, value, source, validFrom, validTo = null, files = [], ageBand = '', isPublic = false }: Left): Content {
  return {
    kind, title, text, number: value?.number ?? null, unit: value?.unit ?? '', factKey: value?.factKey ?? '', files, place: '', validFrom, validTo, source: source.name, ageBand,
    confidentiality: isPublic ? 'public' : 'office',
  };
}

async function piece(tx: Change, regionCode: string, subjectId: string) {
  const [row] = await tx.db
    .select({ piece: evidence })
    .from(evidenceCitations)
    .innerJoin(evidence, and(eq(evidence.countyCode, evidenceCitations.countyCode), eq(evidence.id, evidenceCitations.evidenceId)))
    .where(and(
      eq(evidenceCitations.countyCode, countyCode(regionCode)), eq(evidenceCitations.by, 'operation'), eq(evidenceCitations.subjectId, subjectId),
      isNull(evidence.withdrawnAt),
    ))
    .limit(1)
    .for('update', { of: evidence });
  return row?.piece;
}
