import type { Values } from '#app/domain/pilot/visits/package.ts';
import { type App, keeper, keptText } from './app.ts';
import { whereAmI } from './capture.ts';
import { button, callout, facts, field, h, link } from '#app/enhance/phone/draw.ts';
import type { Kept } from './notebook.ts';
import { progressOf } from './progress.ts';
import { toMinute, words } from './words.ts';

/** 安排: why, when, with whom, what to look at; and the button that begins it. */
export function screenPlan(app: App, kept: Kept): HTMLElement[] {
  const { visit, community, edition, rules } = kept.pack;
  const said = words.plan;
  const me = visit.experts.map(({ name, isMe }) => `${name}${isMe ? said.me : ''}`).join(words.list.days('', '').trim() === '' ? '、' : ', ');
  const evidence = new Set(rules.flatMap((rule) => rule.evidence.map(({ id }) => id))).size;
  return [
    visit.notice === 'unannounced' && !app.book.value(visit.id, 'began', 'visit') ? callout('warn', h('p', {}, words.list.unannounced)) : h('span', { hidden: true }),
    h('h2', {}, words.tabs.plan),
    begin(app, visit.id),
    facts([
      [said.window, words.list.days(visit.from, visit.to)], ...(visit.purpose ? [[said.purpose, visit.purpose] as [string, string]] : []),
      [said.experts, me], [said.edition, edition.name],
    ]),
    progress(app, kept),
    h('h3', {}, said.agenda),
    visit.agenda.length === 0 ? h('p', { class: 'muted' }, said.noAgenda) : h('ol', { class: 'agenda' }, visit.agenda.map((item) => agendaItem(app, visit.id, item))),
    h('h3', {}, said.community),
    facts([[community.path, community.name], ...community.facts.map(({ name, value }) => [name, value] as [string, string])]),
    h('p', { class: 'note' }, `${said.about}：${said.aboutText(rules.length, evidence, toMinute(kept.pack.serverAt))}`.replace('：', words.language === 'English' ? '：' : ': ')),
  ];
}

function begin(app: App, visitId: string): HTMLElement {
  const began = app.book.value(visitId, 'began', 'visit');
  if (began) return h('p', { class: 'status done' }, words.plan.began(toMinute(began.at)));
  const { keep, line } = keeper(async () => {
    await app.book.write(visitId, 'began', 'visit', { at: new Date().toISOString(), place: await whereAmI() });
  });
  return h('div', {}, button(words.plan.begin, async () => (await keep(undefined)) && app.redraw(), 'wide'), h('p', { class: 'hint' }, words.plan.beginHint), line);
}

function progress(app: App, kept: Kept): HTMLElement {
  const { sections, all, done, mustLeft } = progressOf(app, kept);
  return h('div', { class: 'going' },
    h('h3', { id: 'progress' }, words.plan.progress),
    h('progress', { max: Math.max(1, all), value: done, 'aria-labelledby': 'progress' }),
    h('p', {}, `${words.plan.looked(done, all)} · ${words.plan.mustLeft(mustLeft)}`),
    h('ul', { class: 'sections' }, sections.map((one) => h('li', {}, link(`/visit/${kept.pack.visit.id}#rules`, one.name), h('span', {}, `${one.done} / ${one.all}`)))));
}

function agendaItem(app: App, visitId: string, item: Kept['pack']['visit']['agenda'][number]): HTMLElement {
  const seen = app.book.revision(visitId, `agenda:${item.id}`);
  let value: Values['agenda'] = app.book.value(visitId, 'agenda', item.id) ?? { isDone: false, note: '' };
  const save = (change: Partial<Values['agenda']>) => app.book.write(visitId, 'agenda', item.id, (value = { ...value, ...change }), { seen });
  const { keep, line } = keeper(save);
  const box = h('input', { type: 'checkbox', checked: value.isDone, onchange: () => void keep({ isDone: box.checked }) });
  const note = h('textarea', { class: 'in low', rows: 1, maxlength: 2000 }, value.note);
  return h('li', {},
    h('label', { class: 'choice' }, box, h('span', {}, h('b', {}, item.at), ` ${item.title}`, h('small', {}, words.plan.done))),
    item.ruleIds.length > 0 && h('details', {}, h('summary', {}, words.plan.itsRules(item.ruleIds.length)), h('p', {}, item.ruleIds.flatMap((id) => [link(`/visit/${visitId}#rule/${id}`, id, 'hop'), ' ']))),
    field(words.plan.noteTo(item.title), note), keptText(note, (text) => save({ note: text })), line);
}
