import { button, callout, h, link } from '#app/enhance/phone/draw.ts';
import { heading } from '#app/enhance/phone/locked-door.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { App, Screen } from './app.ts';
import { locale, words } from './words.ts';

/** A clock off by more than this is told. */
const skewToTellMs = 5 * 60_000;

/** 送出和结束: what is still here, what was not taken, and the end of the walk. */
export const screenSend: Screen = (app, kept) => {
  const { id } = kept.pack.walk;
  const said = words.send;
  return [
    h('p', { class: 'small' }, link(`/walk/${id}`, `‹ ${words.back}`)),
    heading(said.title),
    ...(kept.isLate ? [callout('warn', h('p', {}, said.late))] : []),
    ...(Math.abs(kept.skewMs) >= skewToTellMs ? [callout('warn', h('p', {}, said.skew))] : []),
    h('section', { class: 'card' },
      h('p', {}, h('b', {}, said.pending), ' ', said.pendingText(app.book.pileOf(id).length, app.book.photosOf(id).length)),
      h('p', { class: 'hint' }, kept.syncedAt ? `${said.last} ${shortTime(kept.syncedAt, locale)}` : said.never),
      sendBox(app, id), h('p', { class: 'hint' }, said.lead)),
    ...(kept.rejected.length > 0 ? [h('section', { class: 'card' }, h('h2', {}, said.rejected), h('ul', {}, kept.rejected.map(({ problem }) => h('li', {}, problem))), h('p', {}, button(said.dismiss, async () => {
      await app.book.amend(id, { rejected: [] });
      app.redraw();
    }, 'quiet')))] : []),
    h('section', { class: 'card' }, h('h2', {}, said.end), h('p', {}, kept.isEnded ? said.ended : said.endText), kept.isEnded ? false : h('p', { class: 'row' }, button(said.endGo, async () => {
      await app.book.amend(id, { isEnded: true });
      app.redraw();
      await app.sync(id);
    }, 'wide'))),
  ];
};

function sendBox(app: App, id: string): HTMLElement {
  const { share, said, walkId } = app.syncing;
  const isGoing = share < 1;
  return h('div', { class: 'sendbox' },
    h('p', { class: 'row' }, button(isGoing ? words.send.going : words.send.go, () => app.sync(id), 'quiet', { disabled: isGoing })),
    h('progress', { max: 1, value: share, 'aria-label': words.send.going, hidden: !isGoing, 'data-sync': true }),
    h('p', { role: 'status', 'data-sync-said': true }, walkId === id || isGoing ? said : ''));
}

/** 退出之前: reached from every “sign out” while something of a walk has not been sent; also when the phone is locked. */
export function screenLeaving(unsent: number): HTMLElement[] {
  const said = words.leaving;
  const form = (label: string, look: string) => h('form', { method: 'post', action: '/account/sign-out' }, h('input', { type: 'hidden', name: 'anyway', value: 'yes' }), h('button', { class: `btn ${look}` }, label));
  return [
    heading(said.title), unsent > 0 ? callout('bad', h('p', {}, said.text(unsent))) : h('p', {}, said.nothing),
    h('div', { class: 'row' }, unsent > 0 && h('a', { class: 'btn', href: '/walk' }, said.sendFirst), form(unsent > 0 ? said.anyway : said.plain, unsent > 0 ? 'stop' : 'quiet')),
  ];
}
