import { publishVersion, withdrawVersion } from '#app/domain/children/child-versions/publish-version.ts';
import { getVersion, listVersions } from '#app/domain/children/child-versions/read.ts';
import { saveVersion, startVersion } from '#app/domain/children/child-versions/write-version.ts';
import { SaveInput, StartInput } from '#app/domain/children/child-versions/input.ts';
import { inheritHelp, setHelp } from '#app/domain/children/help/set-help.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { takeBackForReading } from '#app/domain/children/moderation/complain.ts';
import { editText } from '#app/domain/children/moderation/edit-text.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { escalateItem, keepBack, rejectItem } from '#app/domain/children/moderation/keep-back.ts';
import { setLimit } from '#app/domain/children/moderation/limit.ts';
import { getItem, listConcluded, listQueue, nextInQueue } from '#app/domain/children/moderation/read.ts';
import { endLock } from '#app/domain/children/moderation/release-item.ts';
import { suspectHarm } from '#app/domain/children/moderation/suspect-harm.ts';
import { undoConclusion } from '#app/domain/children/moderation/undo.ts';
import { publishWords } from '#app/domain/children/moderation/word-list.ts';
import { closeReport, takeReport } from '#app/domain/children/protection/answer-report.ts';
import { endDuty, listDuties, nameDuty } from '#app/domain/children/protection/duty.ts';
import { endHold } from '#app/domain/children/protection/end-hold.ts';
import { referReport } from '#app/domain/children/protection/refer-report.ts';
import { coverOf, listReports, openReading } from '#app/domain/children/protection/read-report.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { as, binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const version = (title: string) => StartInput.parse({ layer: 'primary', sourceName: title, title, text: '我们一起看看。', saidBy: '王老师' });
const at = (id: string) => ({ regionCode: binhu, id });

/** 那边待审的内容, one of them suspected harm, and a child version, all with the secret word. */
export async function aQueue(db: Db, secret: string) {
  const worker = as(db, 'community-worker', binhu);
  const hold = (subjectId: string) => change(worker, (tx) => holdForModeration(tx, { kind: 'motion', subjectId, regionCode: binhu, texts: [{ field: 'text', text: secret }], from: 'child' }));
  const [held, harm] = [await hold('0199a000-0000-7000-8000-0000000000a1'), await hold('0199a000-0000-7000-8000-0000000000a2')];
  return { held: held.itemId, protectionReport: await suspectHarm(worker, at(harm.itemId), secret), childVersion: await startVersion(worker, binhu, version(secret)) };
}

/** 审核、保护报告、儿童版和求助电话的事 under their verbs. */
export const moderationDeeds = {
  'moderation.decide': [
    deed('held', (ctx) => listQueue(ctx, binhu)), deed('held', (ctx) => listConcluded(ctx, binhu)), deed('held', (ctx, id) => getItem(ctx, at(id))), deed('held', (ctx, id) => nextInQueue(ctx, at(id))),
    deed('held', (ctx, id) => approveItem(ctx, at(id), { labels: [], looked: 'yes' })), deed('held', (ctx, id) => editText(ctx, at(id), { texts: [{ field: 'text', text: why }], labels: [] })),
    deed('held', (ctx, id) => keepBack(ctx, at(id), why)), deed('held', (ctx, id) => rejectItem(ctx, at(id), { reason: 'unclear', note: why, labels: [] })), deed('held', (ctx, id) => takeBackForReading(ctx, at(id))),
    deed('held', (ctx, id) => escalateItem(ctx, at(id), { authority: 'police', number: '', note: why })), deed('held', (ctx, id) => suspectHarm(ctx, at(id), why)), deed('held', (ctx, id) => undoConclusion(ctx, at(id))), deed('held', (ctx, id) => endLock(ctx, at(id), why)),
    deed('held', (ctx) => listDuties(ctx, binhu)),
  ],
  'moderation.limit': [deed('held', (ctx) => setLimit(ctx, binhu, 5))],
  'moderation.words': [deed('held', (ctx) => publishWords(ctx, { basedOn: 0, words: [], note: why }))],
  'protection.read': [
    deed('protectionReport', async (ctx) => {
      const { reports, own } = await listReports(ctx, binhu);
      return [...reports, ...own];
    }), deed('protectionReport', (ctx, id) => coverOf(ctx, at(id))), deed('protectionReport', (ctx, id) => openReading(ctx, at(id), why)),
    deed('protectionReport', (ctx, id) => takeReport(ctx, at(id))), deed('protectionReport', (ctx, id) => closeReport(ctx, at(id), why)), deed('protectionReport', (ctx, id) => referReport(ctx, at(id), { receiver: why, fields: ['report'], number: '', expiresOn: '2027-01-01' })), deed('protectionReport', (ctx, id) => endHold(ctx, at(id), { ending: 'over', reason: why })),
  ],
  'protection.duty': [deed('protectionReport', (ctx) => nameDuty(ctx, binhu, 'resident')), deed('person', (ctx, id) => endDuty(ctx, binhu, id))],
  'child-version.write': [
    deed('childVersion', (ctx) => startVersion(ctx, binhu, version(why))), deed('childVersion', (ctx) => listVersions(ctx, binhu)), deed('childVersion', (ctx, id) => getVersion(ctx, binhu, id)),
    deed('childVersion', (ctx, id) => saveVersion(ctx, binhu, id, SaveInput.parse({ title: why, saidBy: why, 'text-0': why }))), deed('childVersion', (ctx, id) => publishVersion(ctx, binhu, id)), deed('childVersion', (ctx, id) => withdrawVersion(ctx, binhu, id)),
  ],
  'help.edit': [deed('held', (ctx) => setHelp(ctx, binhu, { lines: [{ number: '110', what: why, whatEn: why }], adult: why, adultEn: why })), deed('held', (ctx) => inheritHelp(ctx, binhu))],
} satisfies Record<string, Deed[]>;
