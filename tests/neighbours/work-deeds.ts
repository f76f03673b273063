import { workFacts, workPlace } from '#app/domain/base/communities/work-place.ts';
import { burdenByForm, burdenByPlace } from '#app/domain/base/burden/read.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { correctEvidence } from '#app/domain/base/evidence/correct-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { openEvidenceFile } from '#app/domain/base/evidence/open-file.ts';
import { getEvidence, listEvidence } from '#app/domain/base/evidence/read.ts';
import { withdrawEvidence } from '#app/domain/base/evidence/withdraw-evidence.ts';
import { citeForRule, unciteForRule } from '#app/domain/pilot/self-assessment/cite-evidence.ts';
import { compareYears } from '#app/domain/pilot/self-assessment/compare.ts';
import { confirmCopied, copyForward } from '#app/domain/pilot/self-assessment/copy-forward.ts';
import { correctAssessment } from '#app/domain/pilot/self-assessment/correct.ts';
import { delegateSection, takeBackSection } from '#app/domain/pilot/self-assessment/delegate.ts';
import { getHandedInAssessment } from '#app/domain/pilot/self-assessment/desk-list.ts';
import { assessmentYears, getAssessment, standingOf } from '#app/domain/pilot/self-assessment/read.ts';
import { saveCells } from '#app/domain/pilot/self-assessment/save-cells.ts';
import { startAssessment } from '#app/domain/pilot/self-assessment/start-assessment.ts';
import { assessmentReceipt } from '#app/domain/pilot/self-assessment/submissions.ts';
import { submitAssessment } from '#app/domain/pilot/self-assessment/submit.ts';
import { baohe, binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const piece = EvidenceInput.parse({ kind: 'fact', title: why, text: why, validFrom: '2026-01-01', source: why, confidentiality: 'public', promise: 'yes' });
const theirYear = { regionCode: binhu, year: 2026 };
const theirLast = { regionCode: binhu, year: 2025 };

/** 佐证、负担、自评和社区工作的事 under their verbs. */
export const workDeeds = {
  'evidence.read': [
    deed('evidence', (ctx, id) => getEvidence(ctx, binhu, id)), deed('evidence', (ctx) => listEvidence(ctx, binhu)), deed('evidence', (ctx) => evidenceFor(ctx, binhu)),
    deed('evidence', (ctx, id, there) => openEvidenceFile(ctx, binhu, id, there.file, why)),
  ],
  'evidence.add': [
    deed('evidence', (ctx) => addEvidence(ctx, binhu, piece)), deed('evidence', (ctx, id) => withdrawEvidence(ctx, binhu, id, { reason: why })),
    deed('evidence', (ctx, id) => correctEvidence(ctx, binhu, id, { ...piece, reason: why, revision: 1 })),
  ],
  'evidence.open-sealed': [deed('evidence', (ctx, id, there) => openEvidenceFile(ctx, baohe, id, there.file, why))],
  'burden.read': [deed('evidence', (ctx) => burdenByForm(ctx, { region: baohe })), deed('evidence', (ctx) => burdenByPlace(ctx, { region: baohe }))],
  'assessment.read': [
    deed('assessment', (ctx) => getAssessment(ctx, theirLast)), deed('assessment', (ctx) => standingOf(ctx, theirLast)), deed('assessment', (ctx) => assessmentYears(ctx, binhu)),
    deed('assessment', (ctx) => compareYears(ctx, binhu)), deed('assessment', (ctx) => assessmentReceipt(ctx, theirLast)),
  ],
  'assessment.fill': [
    deed('assessment', (ctx) => startAssessment(ctx, binhu, { year: 2024 })), deed('assessment', (ctx) => saveCells(ctx, theirYear, { cells: [{ ruleId: 'A1.1', field: 'reason', value: why, bases: [0] }] })),
    deed('assessment', (ctx) => copyForward(ctx, theirYear, 2025)), deed('assessment', (ctx) => confirmCopied(ctx, theirYear, ['A1.1'])),
    deed('assessment', (ctx) => delegateSection(ctx, theirYear, { sectionId: 'A', toUser: 'x', note: why })), deed('assessment', (ctx) => takeBackSection(ctx, theirYear, 'A')),
    deed('evidence', (ctx, id) => citeForRule(ctx, theirYear, { ruleId: 'A1.1', evidenceId: id })), deed('evidence', (ctx, id) => unciteForRule(ctx, theirYear, { ruleId: 'A1.1', evidenceId: id })),
  ],
  'assessment.submit': [deed('assessment', (ctx) => submitAssessment(ctx, theirYear)), deed('assessment', (ctx) => correctAssessment(ctx, theirLast, why))],
  'assessment.list': [deed('assessment', (ctx, id) => getHandedInAssessment(ctx, id))],
  'community.work': [deed('call', (ctx) => workPlace(ctx, '340111001')), deed('call', (ctx) => workFacts(ctx, '340111001'))],
} satisfies Record<string, Deed[]>;
