import { fileReport } from '#app/domain/children/compliance/file-report.ts';
import { getReport, recount } from '#app/domain/children/compliance/read.ts';
import { decideAssessment, submitAssessment, withdrawAssessment } from '#app/domain/children/impact-assessments/decide-assessment.ts';
import type { Content } from '#app/domain/children/impact-assessments/model.ts';
import { getAssessment } from '#app/domain/children/impact-assessments/read.ts';
import { reviseAssessment, writeAssessment } from '#app/domain/children/impact-assessments/write-assessment.ts';
import { PartnerInput, ShareInput } from '#app/domain/children/sharing/input.ts';
import { editPartner, enablePartner, endPartner, enterPartner } from '#app/domain/children/sharing/keep-partner.ts';
import { getPartner, getShare } from '#app/domain/children/sharing/read.ts';
import { enterShare } from '#app/domain/children/sharing/record-share.ts';
import { settleShare } from '#app/domain/children/sharing/settle-share.ts';
import type { Db } from '#app/db/db.server.ts';
import { as, baohe, binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const content = (words: string): Content => ({
  title: words, purpose: words, purposes: ['sharing'], triggers: ['provide', 'entrust'], dataKinds: ['name'], lawfulness: words, necessity: words,
  risks: [{ risk: words, likelihood: 1, impact: 1, measure: words, left: 'low' }], conclusion: words, validUntil: '2027-08-31',
});
const contract = (words: string) => PartnerInput.parse({ regionCode: baohe, kind: 'provided', name: words, contact: words, contract: words, scope: words, duties: words, fields: ['name'], validFrom: '2026-01-01', validTo: '2027-12-31' });
const share = (words: string) => ShareInput.parse({ regionCode: binhu, receiver: words, fields: ['name'], purpose: words, basis: 'law', article: 'court', childCount: '1', sharedOn: '2026-09-01', expiresOn: '2027-09-01' });

/** 那边的个人信息保护: an assessment that waits for its decision, a partner, a share, all with the secret word. */
export async function aPrivacyOffice(db: Db, secret: string) {
  const office = as(db, 'programme-officer', baohe);
  const impact = await writeAssessment(office, baohe, content(secret));
  await submitAssessment(office, impact);
  return { impact, sharePartner: await enterPartner(office, contract(secret)), share: await enterShare(office, share(secret)) };
}

/** 个人信息保护的事 under their verbs. */
export const privacyDeeds = {
  'privacy.read': [
    deed('impact', getAssessment), deed('sharePartner', getPartner), deed('share', getShare),
    deed('impact', (ctx) => getReport(ctx, { regionCode: baohe, year: 2026 })), deed('impact', (ctx) => recount(ctx, { regionCode: baohe, year: 2026, number: 1 })),
  ],
  'impact.write': [deed('impact', (ctx) => writeAssessment(ctx, baohe, content(why))), deed('impact', (ctx, id) => reviseAssessment(ctx, id, content(why))), deed('impact', submitAssessment)],
  'impact.approve': [deed('impact', (ctx, id) => decideAssessment(ctx, id, { outcome: 'approve', note: '' })), deed('impact', (ctx, id) => withdrawAssessment(ctx, id, why))],
  'sharing.partner': [
    deed('sharePartner', (ctx) => enterPartner(ctx, contract(why))), deed('sharePartner', (ctx, id) => editPartner(ctx, id, contract(why))), deed('sharePartner', (ctx, id, there) => enablePartner(ctx, id, there.impact)), deed('sharePartner', (ctx, id) => endPartner(ctx, id, why)),
  ],
  'sharing.record': [deed('share', (ctx) => enterShare(ctx, share(why))), deed('share', (ctx, id) => settleShare(ctx, id, { ending: 'deleted', note: why })), deed('sharePartner', (ctx, id) => enterShare(ctx, { ...share(why), regionCode: '320102001', partnerId: id, receiver: '' }))],
  'compliance.file': [deed('impact', (ctx) => fileReport(ctx, { regionCode: baohe, year: 2025, filedOn: '2026-01-20', receipt: why, note: why }))],
} satisfies Record<string, Deed[]>;
