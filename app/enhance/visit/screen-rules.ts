import { type Level, levels } from '#app/domain/base/rule-results/model.ts';
import type { PackedRule } from '#app/domain/pilot/visits/package.ts';
import { type App, keeper, keptText } from './app.ts';
import { button, callout, field, h, link } from '#app/enhance/phone/draw.ts';
import { evidenceBox } from './evidence-box.ts';
import type { Kept } from './notebook.ts';
import { nextOpen, progressOf } from './progress.ts';
import { words } from './words.ts';

const filters = ['all', 'open', 'must', 'agenda', 'differs'] as const;

/** 细则 by section, must-rules first; the filter stands in the address, so that “back” finds it again. */
export function screenRules(app: App, kept: Kept, filter: string): HTMLElement[] {
  const { id } = kept.pack.visit;
  const { sections, isDone } = progressOf(app, kept);
  const found = app.book.values(id, 'level');
  const fits: Record<string, (rule: PackedRule) => boolean> = {
    open: (rule) => !isDone(rule.id), must: (rule) => rule.kind === 'must', agenda: (rule) => rule.isOnAgenda,
    differs: (rule) => rule.self !== null && found[rule.id] !== undefined && found[rule.id] !== rule.self.level,
  };
  const shown = sections.map((section) => ({ ...section, rules: section.rules.filter(fits[filter] ?? (() => true)) })).filter(({ rules }) => rules.length > 0);
  return [
    h('h2', {}, words.tabs.rules),
    h('div', { class: 'filters' }, h('span', { class: 'lab' }, words.rules.filter),
      filters.map((one) => h('a', { class: 'chip', href: `/visit/${id}#rules/${one}`, 'aria-current': (fits[filter] ? filter : 'all') === one && 'true' }, words.rules.filters[one]))),
    ...(shown.length === 0 ? [h('p', { class: 'muted' }, words.rules.none)] : shown.map((section) =>
      h('details', { class: 'box', open: filter !== '' && filter !== 'all' ? true : section === shown[0] },
        h('summary', {}, h('span', {}, `${section.id} ${section.name}`), h('small', { class: 'muted' }, `${section.done} / ${section.all}`)),
        h('ul', { class: 'rules' }, section.rules.map((rule) => ruleLine(id, rule, found[rule.id], isDone(rule.id))))))),
  ];
}

function ruleLine(visitId: string, rule: PackedRule, level: Level | undefined, isDone: boolean): HTMLElement {
  const state = level ? words.rules.levels[level] : isDone ? '≠' : words.rules.notSaid;
  return h('li', {}, h('a', { href: `/visit/${visitId}#rule/${rule.id}` },
    h('span', {}, h('b', {}, rule.id), ' ', h('em', { class: `tag ${rule.kind}` }, words.rules.kinds[rule.kind])),
    h('span', { class: 'words' }, rule.text),
    h('span', { class: `status ${isDone ? 'done' : 'rest'}` }, state)));
}

/** 一条细则: what the community says of it, what the expert finds. */
export function screenRule(app: App, kept: Kept, ruleId: string): HTMLElement[] {
  const { id } = kept.pack.visit;
  const rule = kept.pack.rules.find((one) => one.id === ruleId);
  if (!rule) return screenRules(app, kept, '');
  const next = nextOpen(app, kept, rule.id);
  return [
    h('p', { class: 'small' }, link(`/visit/${id}#rules`, `‹ ${words.rules.list}`), ` · ${rule.sectionName} · ${rule.normName}`),
    h('h2', { class: 'rulehead' }, rule.id, ' ', h('em', { class: `tag ${rule.kind}` }, words.rules.kindWords[rule.kind])),
    h('p', { class: 'ruletext' }, rule.text),
    h('div', {}, rule.threshold && h('p', { class: 'small' }, h('b', {}, `${words.rules.threshold} `), rule.threshold), rule.proofs.length > 0 && h('p', { class: 'small' }, h('b', {}, `${words.rules.proofs} `), rule.proofs.join(' · '))),
    selfBox(rule),
    levelChoice(app, id, rule),
    noteBox(app, id, rule.id),
    evidenceBox(app, { visitId: id, ruleId: rule.id }),
    h('div', { class: 'row onward' }, next && h('a', { class: 'btn', href: `/visit/${id}#rule/${next.id}` }, `${words.rules.next} ${next.id}`), h('a', { class: 'btn quiet', href: `/visit/${id}#rules` }, words.rules.list)),
  ];
}

function selfBox({ self, reason, evidence }: PackedRule): HTMLElement {
  return h('section', { class: 'card self' },
    h('h3', {}, words.rules.self),
    h('p', {}, self ? h('b', {}, words.rules.selfYear(words.rules.levels[self.level], self.year)) : words.rules.selfNone),
    reason && h('p', {}, h('span', { class: 'muted' }, `${words.rules.reason} `), reason),
    evidence.length > 0 ? h('ul', {}, evidence.map((one) => h('li', {}, one.title, one.validTo && h('small', { class: 'muted' }, ` ${words.rules.until(one.validTo)}`)))) : self && h('p', { class: 'muted' }, words.rules.noEvidence));
}

/** A contested value is settled where both words can be seen, not written over here. */
const contestedNote = (visitId: string) => callout('warn', h('p', {}, link(`/visit/${visitId}#send`, words.rules.contested)));
const isContested = (app: App, visitId: string, path: string) => app.book.contested(visitId).some((field) => field.path === path);

function levelChoice(app: App, visitId: string, { id }: PackedRule): HTMLElement {
  if (isContested(app, visitId, `level:${id}`)) return contestedNote(visitId);
  const seen = app.book.revision(visitId, `level:${id}`);
  const { keep, line } = keeper((level: Level | null) => app.book.write(visitId, 'level', id, level, { seen }));
  const now = app.book.value(visitId, 'level', id);
  const choices = levels.map((level) => h('input', { type: 'radio', name: `level-${id}`, value: level, checked: now === level, onchange: () => void keep(level) }));
  const clear = button(words.rules.clear, async () => {
    if (await keep(null)) for (const choice of choices) choice.checked = false;
  }, 'plain small');
  return h('fieldset', { class: 'field' }, h('legend', {}, words.rules.level),
    h('div', { class: 'levels' }, choices.map((choice, place) => h('label', { class: 'choice' }, choice, h('span', {}, words.rules.levels[levels[place]!])))), clear, line);
}

function noteBox(app: App, visitId: string, ruleId: string): HTMLElement {
  if (isContested(app, visitId, `note:${ruleId}`)) return contestedNote(visitId);
  const seen = app.book.revision(visitId, `note:${ruleId}`);
  const box = h('textarea', { class: 'in', rows: 4, maxlength: 4000 }, app.book.value(visitId, 'note', ruleId) ?? '');
  return h('div', {}, field(words.rules.note, box, words.rules.noteHint), keptText(box, (text) => app.book.write(visitId, 'note', ruleId, text === '' ? null : text, { seen })));
}
