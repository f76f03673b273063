import type { MyVisit } from '#app/domain/pilot/visits/package.ts';
import type { App } from './app.ts';
import { button, callout, h, link, sayLine } from '#app/enhance/phone/draw.ts';
import { takeAlong } from './send.ts';
import { ask, type Heard } from '#app/enhance/phone/talk.ts';
import { words } from './words.ts';

/** 我的到访: those on the phone at once, the others as soon as the server answers. */
export function screenList(app: App, news: string): HTMLElement[] {
  const list = h('div', { class: 'visits' }, onPhone(app).map((visit) => card(app, visit)));
  const about = h('div', {});
  void ask<MyVisit[]>('/visit/mine.json').then((heard) => {
    if (!list.isConnected) return;
    about.replaceChildren(...aboutAnswer(app, heard));
    if (heard.kind !== 'ok') return;
    const known = new Set(heard.value.map(({ id }) => id));
    list.replaceChildren(...[...heard.value, ...onPhone(app).filter(({ id }) => !known.has(id))].map((visit) => card(app, visit)));
  });
  return [
    h('h1', { tabindex: -1 }, words.list.title), news ? callout('info', h('p', { role: 'status' }, news)) : h('span', { hidden: true }), about, list,
    h('p', { class: 'small' }, link('/visit#phone', words.settings.title)),
  ];
}

function onPhone(app: App): MyVisit[] {
  return [...app.book.visits.values()].map(({ pack: { visit, community } }) => ({
    id: visit.id, number: visit.number, state: visit.state, notice: visit.notice, from: visit.from, to: visit.to, communityCode: community.code, communityName: community.name, path: community.path,
  }));
}

function aboutAnswer(app: App, heard: Heard<MyVisit[]>): HTMLElement[] {
  if (heard.kind === 'ok') return heard.value.length === 0 && app.book.visits.size === 0 ? [h('p', { class: 'muted' }, words.list.none)] : [];
  if (heard.kind === 'signed-out') return [signedOut('/visit')];
  if (heard.kind === 'refused') return [callout('bad', h('p', {}, heard.sentence))];
  return [h('p', { class: 'muted' }, app.book.visits.size === 0 ? words.list.offlineNone : words.list.away)];
}

/** 登录过期: nothing is lost; the way to sign in leads back here. */
export const signedOut = (to: string) => callout('warn', h('p', {}, words.signedOut), h('p', {}, h('a', { class: 'btn', href: `/account/sign-in?to=${encodeURIComponent(to)}` }, words.send.signIn)));

function card(app: App, visit: MyVisit): HTMLElement {
  const isHere = app.book.visits.has(visit.id);
  const unsent = app.book.unsent(visit.id);
  const line = sayLine();
  const take = button(isHere ? words.list.refresh : words.list.take, async () => {
    take.disabled = true;
    line.textContent = words.list.taking;
    const heard = await takeAlong(app.book, visit.id);
    if (heard.kind === 'ok') return app.redraw();
    take.disabled = false;
    line.className = 'saidline bad';
    line.textContent = heard.kind === 'refused' ? heard.sentence : heard.kind === 'signed-out' ? words.signedOut : words.send.away;
  }, isHere ? 'quiet' : '');
  return h('article', { class: 'card visit', 'data-visit': visit.id },
    h('h2', {}, visit.communityName), h('p', { class: 'muted' }, visit.path),
    h('p', {}, `${words.list.days(visit.from, visit.to)} · ${visit.number} · ${words.states[visit.state]}`),
    h('p', { class: 'small' }, visit.notice === 'announced' ? words.list.announced : words.list.unannounced),
    h('p', { class: `status ${isHere ? 'done' : 'rest'}` }, isHere ? words.list.onPhone : words.list.notOnPhone, unsent > 0 && h('b', {}, ` · ${words.unsent(unsent)}`)),
    h('div', { class: 'row' }, isHere && h('a', { class: 'btn', href: `/visit/${visit.id}` }, words.list.open), take), line);
}
