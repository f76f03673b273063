import { levels } from '#app/domain/base/rule-results/model.ts';
import { skewToTellMs } from '#app/domain/pilot/visits/model.ts';
import { type Field, type Kind, partsOf, type Values, type Version } from '#app/domain/pilot/visits/package.ts';
import { type App, keeper } from './app.ts';
import { button, callout, field, h } from '#app/enhance/phone/draw.ts';
import type { Kept } from './notebook.ts';
import { toMinute, words } from './words.ts';

/** 同步: what is still here, what is contested, what arrived. */
export function screenSend(app: App, kept: Kept): HTMLElement[] {
  const { id } = kept.pack.visit;
  const notes = app.book.notesOf(id);
  const contested = app.book.contested(id);
  const [entries, files] = [app.book.waiting(id).length, notes.filter(({ receipt }) => !receipt).length];
  const isEmpty = entries + files === 0;
  return [
    h('h2', {}, words.tabs.send),
    ...clockNote(kept), kept.notice ? callout('warn', h('p', {}, kept.notice)) : h('span', { hidden: true }),
    h('dl', { class: 'facts' }, h('div', {}, h('dt', {}, words.send.pending), h('dd', {}, words.send.pendingText(entries, files)))),
    h('p', { class: 'muted' }, kept.syncedAt === kept.takenAt ? words.send.never : words.send.last(toMinute(kept.syncedAt))),
    syncBox(app, id),
    ...(contested.length > 0 ? [h('h3', { id: 'contested' }, words.send.conflicts), h('p', {}, words.send.conflictLead), ...contested.map((one) => conflictBox(app, kept, one))] : []),
    ...rejectedBox(app, kept),
    ...(kept.pack.lacks.length > 0 ? [h('h3', {}, words.send.lacks), h('ul', { class: 'plainlist' }, kept.pack.lacks.map((lack) => h('li', {}, words.send.lack[lack])))] : []),
    h('h3', {}, words.send.receipts), h('p', { class: 'muted' }, words.send.receiptLead), receipts(app, id),
    h('p', {}, button(words.send.putAway, () => app.putAway(id), 'quiet', { disabled: !isEmpty || contested.length > 0, 'aria-describedby': 'put-away' })),
    h('p', { class: 'hint', id: 'put-away' }, isEmpty && contested.length === 0 ? words.send.putAwayHint : words.send.putAwayBlocked),
  ];
}

function clockNote({ skewMs }: Kept): HTMLElement[] {
  if (Math.abs(skewMs) < skewToTellMs) return [];
  return [callout('warn', h('p', {}, words.send.skew(Math.round(Math.abs(skewMs) / 60_000), skewMs > 0)))];
}

function syncBox(app: App, id: string): HTMLElement {
  const { share, said, visitId } = app.syncing;
  const isGoing = share < 1;
  return h('div', { class: 'syncbox' },
    button(isGoing ? words.send.going : words.send.go, () => app.sync(id), 'wide', { disabled: isGoing }),
    h('progress', { max: 1, value: share, 'aria-label': words.send.going, hidden: !isGoing, 'data-sync': true }),
    h('p', { role: 'status', 'data-sync-said': true }, visitId === id || isGoing ? said : ''),
    h('p', { class: 'hint' }, words.send.lead));
}

function receipts(app: App, id: string): HTMLElement {
  const arrived = app.book.notesOf(id).filter(({ receipt }) => receipt);
  if (arrived.length === 0) return h('p', {}, words.send.noReceipts);
  return h('ul', { class: 'plainlist receipts' }, arrived.map(({ attachment, receipt }) => h('li', {},
    words.kinds[attachment.kind], ' ', h('code', {}, attachment.sha256.slice(0, 16)), h('small', { class: 'muted' }, ` ${words.photo.arrived(toMinute(receipt!.serverAt))}`))));
}

/** What a path is about, in words. */
function nameOf(kept: Kept, path: string): string {
  const parts = partsOf(path);
  if (!parts) return path;
  const rule = kept.pack.rules.find((one) => one.id === parts.id);
  const item = kept.pack.visit.agenda.find((one) => one.id === parts.id);
  return [rule ? `${rule.id} ${words.kinds[parts.kind]}` : words.kinds[parts.kind], rule?.text.slice(0, 30) ?? item?.title].filter(Boolean).join(' · ');
}

/** A value as a person reads it. */
function said(path: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return words.send.nothing;
  if (typeof value === 'string') return path.startsWith('level:') ? words.rules.levels[value as Values['level']] : value;
  const of = value as Partial<Values['observation'] & Values['photo'] & Values['agenda'] & Values['signature']>;
  return [of.isDone ? words.plan.done : '', of.ruleId, of.name, of.text, of.caption, of.note, of.refusal, of.at && toMinute(of.at)].filter(Boolean).join(' · ');
}

/** 两个说法 side by side: who, when, what; one of them or a third becomes the word that counts. */
function conflictBox(app: App, kept: Kept, { path, revision }: Field): HTMLElement {
  const visitId = kept.pack.visit.id;
  const { kind, id } = partsOf(path)!;
  const { keep, line } = keeper((value: unknown) => app.book.write(visitId, kind, id, value as Values[Kind], { seen: revisionOf(app, visitId, path, revision) }));
  const settle = async (value: unknown) => (await keep(value)) && app.redraw();
  const rival = (one: Version) => h('div', { class: 'rival' },
    h('p', { class: 'small' }, h('b', {}, one.deviceId === app.book.deviceId ? words.send.ours : words.send.theirs(one.byName)), ` · ${words.send.at(toMinute(one.deviceAt))}`),
    h('p', { class: 'said' }, said(path, one.value)), button(words.send.takeThis, () => settle(one.value), 'quiet'));
  return h('section', { class: 'card conflict', 'data-path': path }, h('h4', {}, nameOf(kept, path)), h('div', { class: 'rivals' }, app.book.words(visitId, path).map(rival)), thirdWord(path, settle), line);
}

/** Only what has arrived can be settled: words that were not seen stay beside the new one. */
const revisionOf = (app: App, visitId: string, path: string, shown: number) => Math.min(shown, app.book.revision(visitId, path));

function thirdWord(path: string, settle: (value: unknown) => Promise<unknown>): HTMLElement {
  const kind = partsOf(path)!.kind;
  if (kind === 'level') {
    return h('div', { class: 'row' }, levels.map((level) => button(words.rules.levels[level], () => settle(level), 'plain small')));
  }
  if (kind !== 'note' && kind !== 'overall') return h('span', { hidden: true });
  const box = h('textarea', { class: 'in', rows: 3, maxlength: 4000 });
  return h('details', { class: 'box' }, h('summary', {}, words.send.third), h('div', {}, field(words.send.third, box), h('p', {}, button(words.send.thirdGo, () => settle(box.value), 'quiet'))));
}

function rejectedBox(app: App, kept: Kept): HTMLElement[] {
  if (kept.rejected.length === 0 && !kept.notice) return [];
  const id = kept.pack.visit.id;
  return [
    ...(kept.rejected.length > 0 ? [h('h3', {}, words.send.rejected), h('ul', { class: 'plainlist' }, kept.rejected.map((one) =>
      h('li', {}, h('b', {}, nameOf(kept, one.path)), ` ${said(one.path, one.value)} — ${one.problem}`)))] : []),
    button(words.send.dismiss, async () => {
      await app.book.settle(id, (now) => ({ ...now, rejected: [], notice: '' }), []);
      app.redraw();
    }, 'quiet'),
  ];
}
