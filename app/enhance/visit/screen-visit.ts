import type { Kept } from './notebook.ts';
import type { App } from './app.ts';
import { h, link } from '#app/enhance/phone/draw.ts';
import { screenPlan } from './screen-plan.ts';
import { screenRule, screenRules } from './screen-rules.ts';
import { screenObservation, screenObservations } from './screen-observations.ts';
import { screenSend } from './screen-send.ts';
import { screenSign } from './screen-sign.ts';
import { words } from './words.ts';

const tabs = ['plan', 'rules', 'observations', 'sign', 'send'] as const;

/** 一次到访: its head, its tabs and the part that the address names (`#rule/A1.1`). */
export function screenVisit(app: App, kept: Kept, hash: string): HTMLElement[] {
  const { visit, community } = kept.pack;
  const [part = 'plan', of = ''] = hash.replace(/^#/, '').split('/').map(decodeURIComponent);
  const here = part === 'rule' ? 'rules' : part === 'observation' ? 'observations' : part;
  const unsent = app.book.unsent(visit.id) + app.book.contested(visit.id).length;
  return [
    h('div', { class: 'vhead' },
      h('p', { class: 'small' }, link('/visit', `‹ ${words.home}`)),
      h('h1', { tabindex: -1 }, community.name),
      h('p', { class: 'small' }, `${visit.number} · ${words.list.days(visit.from, visit.to)} · ${words.states[visit.state]}`)),
    h('nav', { class: 'vtabs', 'aria-label': words.tabsLabel },
      tabs.map((tab) => h('a', { href: `/visit/${visit.id}#${tab}`, 'aria-current': tab === here && 'page' }, words.tabs[tab], tab === 'send' && unsent > 0 && h('small', { class: 'badge' }, unsent)))),
    h('div', { class: 'vpart' }, partOf(app, kept, part, of)),
  ];
}

function partOf(app: App, kept: Kept, part: string, of: string): HTMLElement[] {
  if (part === 'rules') return screenRules(app, kept, of);
  if (part === 'rule') return screenRule(app, kept, of);
  if (part === 'observations') return screenObservations(app, kept);
  if (part === 'observation') return screenObservation(app, kept, of);
  if (part === 'sign') return screenSign(app, kept);
  if (part === 'send') return screenSend(app, kept);
  return screenPlan(app, kept);
}
