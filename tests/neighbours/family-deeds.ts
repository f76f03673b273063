import { readFileSync } from 'node:fs';
import { askAccess, decideAccess } from '#app/domain/children/identity/access-grants.ts';
import { answerConsent, withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { copyChild } from '#app/domain/children/identity/copy-child.ts';
import { correctChild } from '#app/domain/children/identity/correct-child.ts';
import { eraseChild } from '#app/domain/children/identity/erase-child.ts';
import { childOnPaper, makeCardOnPaper } from '#app/domain/children/identity/card-on-paper.ts';
import { familiesAtWork } from '#app/domain/children/identity/families-at-work.ts';
import { getHeld } from '#app/domain/children/identity/family.ts';
import { issueCode, revokeCode } from '#app/domain/children/identity/issue-code.ts';
import { issueSlip, revokeSlip } from '#app/domain/children/identity/issue-slip.ts';
import { cardOf, makeCard } from '#app/domain/children/identity/make-card.ts';
import type { NoticeContent } from '#app/domain/children/identity/notice.ts';
import { openIdentity } from '#app/domain/children/identity/open-identity.ts';
import { publishChildNotice } from '#app/domain/children/identity/publish-notice.ts';
import { registerByDuty } from '#app/domain/children/identity/register-by-duty.ts';
import { registerOnPaper } from '#app/domain/children/identity/register-on-paper.ts';
import { sharesOfChild } from '#app/domain/children/sharing/read.ts';
import { answerRight, askRight } from '#app/domain/children/identity/rights.ts';
import { binhu, neighbour } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想看一看孩子';
const fields = { name: why, nickname: why, birthday: '2017-03-01' };
const yes = { registrationGuardian: true, registrationChild: true, participationGuardian: null, participationChild: null };
const notice = JSON.parse(readFileSync('data/child-notice.json', 'utf8')) as NoticeContent;

/** 孩子和家庭的事 under their verbs. */
export const familyDeeds = {
  'family.own': [
    deed('child', getHeld), deed('child', sharesOfChild), deed('child', copyChild), deed('child', cardOf), deed('child', eraseChild), deed('child', (ctx, id) => correctChild(ctx, id, fields)),
    deed('child', (ctx, id) => withdrawConsent(ctx, id, 'registration')), deed('child', (ctx, id) => answerConsent(ctx, id, { purpose: 'portrait', guardian: true, child: true })),
    deed('child', (ctx, id) => makeCard(ctx, id, ['kite', 'cat', 'moon', 'fish'])), deed('child', (ctx, id) => askRight(ctx, id, { kind: 'other', words: why })),
  ],
  'family.invite': [deed('child', (ctx) => familiesAtWork(ctx, binhu)), deed('child', (ctx) => issueSlip(ctx, binhu, why)), deed('slip', (ctx, id) => revokeSlip(ctx, binhu, id))],
  'family.paper': [deed('child', (ctx, id) => childOnPaper(ctx, binhu, id)), deed('child', (ctx, id) => makeCardOnPaper(ctx, binhu, id, ['kite', 'tree', 'star', 'moon'])), deed('child', (ctx, id) => makeCardOnPaper(ctx, neighbour, id, ['kite', 'tree', 'star', 'moon'])), deed('child', (ctx) => registerOnPaper(ctx, binhu, { ...fields, ...yes }, { name: 'a.pdf', content: Buffer.from('%PDF-1.4') }))],
  'family.answer': [deed('right', (ctx, id) => answerRight(ctx, binhu, id, { isGranted: false, answer: why }))],
  'class-code.issue': [deed('classCode', (ctx) => issueCode(ctx, binhu, { layer: 'primary', label: why, validFrom: '2026-09-01', validTo: '2026-09-30', mostUses: undefined })), deed('classCode', (ctx, id) => revokeCode(ctx, binhu, id))],
  'identity.ask': [deed('child', (ctx, id) => askAccess(ctx, binhu, { childId: id, reason: why, hours: 2 })), deed('child', (ctx, id) => openIdentity(ctx, binhu, id))],
  'identity.decide': [deed('accessGrant', (ctx, id) => decideAccess(ctx, binhu, id, { isApproved: true, note: why }))],
  'identity.duty': [deed('child', (ctx) => registerByDuty(ctx, binhu, { ...fields, basis: 'emergency', basisNote: why }))],
  'child-notice.publish': [deed('child', (ctx) => publishChildNotice(ctx, notice))],
} satisfies Record<string, Deed[]>;
