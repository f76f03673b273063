import type { Values } from '#app/domain/pilot/visits/package.ts';
import { type App, keeper, keptText } from './app.ts';
import { whereAmI } from './capture.ts';
import { button, callout, field, h, link } from '#app/enhance/phone/draw.ts';
import { evidenceBox } from './evidence-box.ts';
import type { Kept } from './notebook.ts';
import { toMinute, words } from './words.ts';

/** 见闻: what was seen beyond the rules, newest first. */
export function screenObservations(app: App, kept: Kept): HTMLElement[] {
  const { id } = kept.pack.visit;
  const all = Object.entries(app.book.values(id, 'observation')).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  const contested = app.book.contested(id).filter(({ path }) => path.startsWith('observation:'));
  const { keep, line } = keeper(async () => {
    const made = crypto.randomUUID();
    await app.book.write(id, 'observation', made, { ruleId: null, text: '', at: new Date().toISOString(), place: await whereAmI(), attachments: [] });
    app.go(`/visit/${id}#observation/${made}`);
  });
  return [
    h('h2', {}, words.tabs.observations),
    h('p', { class: 'muted' }, words.observations.lead),
    h('div', {}, button(words.observations.add, () => void keep(undefined), 'wide'), line),
    ...contested.map(({ path }) => callout('warn', h('p', {}, link(`/visit/${id}#send`, `${path.slice(12, 20)}: ${words.observations.contested}`)))),
    all.length === 0 ? h('p', { class: 'muted' }, words.observations.none) : h('ul', { class: 'rules' }, all.map(([made, value]) =>
      h('li', {}, h('a', { href: `/visit/${id}#observation/${made}` }, h('span', {}, h('b', {}, value.ruleId ?? ''), ` ${toMinute(value.at)}`), h('span', { class: 'words' }, value.text || words.observations.empty))))),
  ];
}

/** 一条见闻. */
export function screenObservation(app: App, kept: Kept, made: string): HTMLElement[] {
  const visitId = kept.pack.visit.id;
  const first = app.book.value(visitId, 'observation', made);
  if (!first) return screenObservations(app, kept);
  const seen = app.book.revision(visitId, `observation:${made}`);
  let value: Values['observation'] = first;
  const save = (change: Partial<Values['observation']>) => app.book.write(visitId, 'observation', made, (value = { ...value, ...change }), { seen });
  const { keep, line } = keeper(save);
  const text = h('textarea', { class: 'in', rows: 6, maxlength: 4000 }, value.text);
  const rule = h('select', { class: 'in', onchange: () => void keep({ ruleId: rule.value || null }) },
    h('option', { value: '' }, words.observations.noRule),
    kept.pack.rules.map((one) => h('option', { value: one.id, selected: one.id === value.ruleId }, `${one.id} ${one.text.slice(0, 24)}`)));
  const changed = (sha256: string, isThere: boolean) => {
    const others = value.attachments.filter((one) => one !== sha256);
    if (isThere) others.push(sha256);
    only.splice(0, only.length, ...others);
    return save({ attachments: others });
  };
  const only = [...value.attachments];
  let isSure = false;
  const remove = button(words.observations.remove, async () => {
    if (!isSure) return void ((isSure = true), (remove.textContent = words.observations.removeSure));
    await app.book.write(visitId, 'observation', made, null, { seen });
    app.go(`/visit/${visitId}#observations`);
  }, 'plain');
  return [
    h('p', { class: 'small' }, link(`/visit/${visitId}#observations`, `‹ ${words.observations.list}`)),
    h('h2', {}, words.kinds.observation), h('p', { class: 'muted' }, toMinute(value.at)),
    field(words.observations.text, text), keptText(text, (now) => save({ text: now })),
    field(words.observations.rule, rule), line,
    evidenceBox(app, { visitId, ruleId: value.ruleId, only, changed }),
    h('p', {}, remove),
  ];
}
