import { noticeAtDesk } from '#app/domain/pilot/notices/at-desk.ts';
import { correctNotice } from '#app/domain/pilot/notices/correct-notice.ts';
import { discardNotice, draftNotice, editNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { answerObjection } from '#app/domain/pilot/objections/answer-objection.ts';
import { objectionsToUs } from '#app/domain/pilot/objections/applicant-acts.ts';
import { askSide } from '#app/domain/pilot/objections/ask-side.ts';
import { extendAnswer } from '#app/domain/pilot/objections/extend-answer.ts';
import { linkDuplicate } from '#app/domain/pilot/objections/link-duplicate.ts';
import { openIdentity } from '#app/domain/pilot/objections/open-identity.ts';
import { getObjection } from '#app/domain/pilot/objections/read.ts';
import { takeUpObjection } from '#app/domain/pilot/objections/take-up.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const dismissal = { outcome: 'dismissed', effect: 'none', findings: why, rule: why, answer: why, correction: '', title: '', body: '' } as const;

/** 公示和异议的事 under their verbs. */
export const noticeDeeds = {
  'notice.edit': [deed('call', (ctx, id) => draftNotice(ctx, { callId: id, title: why, body: '' })), deed('draftNotice', (ctx, id) => editNotice(ctx, id, { title: why, body: '' } as never)), deed('draftNotice', discardNotice), deed('draftNotice', noticeAtDesk)],
  'notice.publish': [deed('draftNotice', (ctx, id) => publishNotice(ctx, id, { starts: 'today' })), deed('notice', finaliseNotice), deed('notice', (ctx, id) => correctNotice(ctx, id, { title: why, body: '', reason: why }))],
  'objection.answer': [deed('objection', takeUpObjection), deed('objection', (ctx, id) => answerObjection(ctx, id, dismissal)), deed('objection', (ctx, id) => extendAnswer(ctx, id, { reason: why })), deed('objection', (ctx, id) => askSide(ctx, id, { side: 'applicant', body: why })), deed('objection', (ctx, id) => openIdentity(ctx, id, { reason: why })), deed('objection', (ctx, id) => linkDuplicate(ctx, id, { of: id })), deed('objection', getObjection)],
  'objection.appeal': [deed('appeal', takeUpObjection), deed('appeal', getObjection)],
  'objection.reply': [deed('accepted', (ctx, id) => objectionsToUs(ctx, id))],
} satisfies Record<string, Deed[]>;
