import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { cite } from '#app/domain/base/evidence/cite.ts';
import { enterEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import type { EvidenceFile } from '#app/domain/base/evidence/model.ts';
import { getFile } from '#app/domain/base/files/read.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aboutVisit, holdVisit, standOf, type Visit } from './hold.ts';
import { isOver } from './model.ts';
import { type Lack, valuesOf } from './package.ts';
import { presentCode } from './present-code.ts';
import { visits } from './tables.server.ts';

/** The refusal that says what a visit lacks. */
const lackRefusals: Record<Lack, string> = {
  'not-begun': 'visit-not-begun', 'half-synced': 'visit-half-synced', 'attachments-missing': 'visit-attachments-missing', contested: 'visit-contested',
  'nothing-said': 'visit-nothing-said', 'expert-signature': 'visit-unsigned-expert', 'community-signature': 'visit-unsigned-community',
};

type Stand = Awaited<ReturnType<typeof standOf>>;

/** 形成实地结果: a whole, uncontested visit signed by both sides becomes results of the stream on-site; what was observed becomes evidence for its rules. */
export function concludeVisit(ctx: Ctx, id: string, { note }: { note: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const visit = await holdVisit(tx, id);
    const regionCode = await presentCode(tx, visit.regionCode);
    allow(tx, 'visit.conclude', { regionCode });
    if (isOver(visit.state)) throw new Refusal('visit-over');
    const stand = await standOf(tx, visit);
    const [lack] = stand.lacks;
    if (lack) throw new Refusal(lackRefusals[lack]);
    if (stand.experts.some(({ expertId }) => expertId === tx.actor.id)) throw new Refusal('visit-own', 403);

    const levels = valuesOf(stand.fields, 'level');
    const { score } = await concludeResults(tx, { regionCode, year: visit.year, stream: 'on-site', editionId: visit.editionId, levels, sourceId: id });
    const evidence = await observationsToEvidence(tx, visit, regionCode, stand);
    await tx.db.update(visits).set({ state: 'concluded', endedAt: tx.now, endReason: note, contentHash: stand.contentHash, score: score === null ? null : Math.round(score) }).where(eq(visits.id, id));
    await tx.record('visit.concluded', aboutVisit(visit), { number: visit.number, contentHash: stand.contentHash, rules: Object.keys(levels).length, score, ...evidence, ...(note ? { note } : {}) });
  });
}

/** 现场所见成为佐证: each once, cited by the visit for its rule. What evidence must not hold stays in the visit alone. */
async function observationsToEvidence(tx: Change, visit: Visit, regionCode: string, { fields, attachments }: Stand): Promise<{ evidence: number; notEvidence: number }> {
  const words = visitsWords[tx.locale].evidence;
  const count = { evidence: 0, notEvidence: 0 };
  for (const [, seen] of Object.entries(valuesOf(fields, 'observation'))) {
    if (seen.text.trim() === '') continue;
    const files = await filesOf(tx, attachments, seen.attachments);
    const day = beijingDay(visit.begunAt ?? tx.now);
    try {
      await change(tx, async (inner) => {
        const title = `${words.title(day)}${[...seen.text.trim().replaceAll(/\s+/g, ' ')].slice(0, 60).join('')}`;
        const content = {
          kind: 'observation' as const, title, text: seen.text, number: null, unit: '', factKey: '', files, place: '', validFrom: day, validTo: null,
          source: words.source(visit.number), ageBand: '' as const, confidentiality: 'office' as const,
        };
        const { id } = await enterEvidence(inner, regionCode, content);
        await cite(inner, { evidenceId: id, regionCode, by: 'visit', subjectId: visit.id, editionId: visit.editionId, ...(seen.ruleId ? { ruleId: seen.ruleId } : {}) });
        await inner.record('visit.observation-kept', aboutVisit(visit), { number: visit.number, evidenceId: id });
      });
      count.evidence += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      count.notEvidence += 1;
    }
  }
  return count;
}

async function filesOf(tx: Ctx, attachments: Stand['attachments'], hashes: readonly string[]): Promise<EvidenceFile[]> {
  const found: EvidenceFile[] = [];
  for (const one of attachments) {
    if (!one.fileId || one.kind !== 'photo' || !hashes.includes(one.sha256)) continue;
    const { id, sha256, name, mediaType, size, thumbnailKey } = await getFile(tx, one.fileId);
    found.push({ id, sha256, name, mediaType, size, hasThumbnail: thumbnailKey !== null });
  }
  return found;
}
