import { figure, sourceWords, targetWords, withUnit } from '#app/domain/city/city-plans/say.ts';
import { estimateSign, isEstimate, type Words } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { breakNote, breakSign } from './break-note.ts';
import { alertPlace, type Chapter, chapters, districtIn, type IndicatorLine, missingOf, reporterIn, saidOf, sumsOf } from './model.ts';
import { type Picture, pictureOf } from './picture-of.ts';
import type { Report } from './read.ts';

/** 一段: what Word and PDF both know how to set. */
export type Block =
  | { kind: 'head'; level: 2 | 3 | 4; text: string } | { kind: 'text'; text: string } | { kind: 'note'; text: string; /** Stays with what follows. */ isKept?: true }
  | { kind: 'table'; heads: string[]; widths: number[]; rows: string[][] } | { kind: 'chart'; picture: Picture; key: string[] };

const head = (level: 2 | 3 | 4, said: string): Block => ({ kind: 'head', level, text: said });
const text = (said: string): Block => ({ kind: 'text', text: said });
const note = (said: string): Block => ({ kind: 'note', text: said });
const kept = (said: string): Block => ({ kind: 'note', text: said, isKept: true });
const table = (heads: string[], widths: number[], rows: string[][]): Block => ({ kind: 'table', heads, widths, rows });

export type Printed = Pick<Report, 'content' | 'narrative' | 'edition' | 'why' | 'hash' | 'state'>;

/** 全文 in one language: the same words in every format. */
export function blocksOf(report: Printed, locale: Locale): Block[] {
  const { content, narrative } = report;
  const words = monitoringWords[locale];
  const told = ({ zh, en }: Words) => (locale === 'en' && en ? en : zh);
  const chapter = (name: Chapter): Block[] => (narrative[name].zh === '' ? [] : [head(2, words.chapters[name]), ...told(narrative[name]).split('\n').filter(Boolean).map((line) => text(line))]);
  const [summary, work, problems, next] = chapters.map(chapter) as [Block[], Block[], Block[], Block[]];
  return [
    ...(content.plan.isExample ? [note(words.example)] : []), ...(report.why ? [note(words.why(report.why))] : []),
    ...summary, ...sumsBlocks(report, locale), ...(content.plan.closing.zh ? [head(2, words.closing), text(told(content.plan.closing))] : []), ...work,
    head(2, words.actions),
    ...content.actions.flatMap((action): Block[] => [
      head(3, `${action.code} ${told(action)}`), kept(action.leads.length === 0 ? words.noLead : words.lead1(action.leads.map(told).join(words.comma))),
      ...milestonesOf(action.indicators, locale), ...action.indicators.filter(({ kind }) => kind === 'numeric').flatMap((indicator) => indicatorBlocks(indicator, locale)),
      ...(action.tasks.length === 0 ? [] : [table([words.tasks.name, words.tasks.due, words.tasks.state, words.tasks.proof], [4, 2, 2, 3], action.tasks.map((task) => [told(task), shortDay(task.dueOn, locale), words.tasks.states[task.state] + (task.doneOn ? ` ${shortDay(task.doneOn, locale)}` : ''), task.proof || '—']))]),
    ]),
    ...districtBlocks(report, locale), ...alertBlocks(report, locale), ...problems, ...next, ...missingBlocks(report, locale), ...aboutBlocks(report, locale),
  ];
}

function sumsBlocks({ content }: Printed, locale: Locale): Block[] {
  const { sums: said } = monitoringWords[locale];
  const sums = sumsOf(content);
  const cells: [string, string][] = [
    [said.asked, said.items(sums.asked)], ...saidOf(sums).map(([name, many]): [string, string] => [said[name], said.items(many)]),
    [said.milestones, said.of(sums.done, sums.milestones)], ...(sums.undone > 0 ? [[said.undone, said.items(sums.undone)] as [string, string]] : []), [said.tasks, said.of(sums.tasksDone, sums.tasks)],
  ];
  while (cells.length % 3 !== 0) cells.push(['', '']);
  const rows = Array.from({ length: cells.length / 3 }, (_, at) => cells.slice(at * 3, at * 3 + 3).flat());
  return [table([], [2.4, 1, 2.4, 1, 2.4, 1], rows), text(`${said.alerts}${locale === 'en' ? ': ' : '：'}${said.alertsSaid(sums.alerts)}`)];
}

function milestonesOf(indicators: readonly IndicatorLine[], locale: Locale): Block[] {
  const { milestones: heads, undone, done, lights } = monitoringWords[locale];
  const rows = indicators.filter(({ kind }) => kind === 'milestone').map((line) => {
    const figure = line.figures.findLast(({ value }) => value !== null);
    return [locale === 'en' ? line.en : line.zh, String(line.targets.at(-1)?.year ?? '—'), figure?.value === 1 ? `✓ ${done}` : figure ? `✗ ${undone}` : lights[line.light], figure ? sourceWords(figure.source, cityWords[locale]) || '—' : '—'];
  });
  return rows.length === 0 ? [] : [table([heads.name, heads.year, heads.state, heads.source], [5, 1.5, 2, 3], rows)];
}

const signs: Partial<Record<IndicatorLine['light'], string>> = { reached: '✓ ', behind: '▼ ', 'far-behind': '▼▼ ', short: '▼ ' };

function indicatorBlocks(line: IndicatorLine, locale: Locale): Block[] {
  const words = monitoringWords[locale];
  const city = cityWords[locale];
  const name = locale === 'en' ? line.en : line.zh;
  const unit = city.units[line.unit];
  const picture = line.drawn && pictureOf(line.drawn, { name: `${line.code} ${name}`, alt: words.chart(name, unit), unit });
  const years = [...new Set([...line.figures.map(({ period }) => Math.floor(period / 1000)), ...line.targets.map(({ year }) => year)])].toSorted((one, other) => one - other);
  const rows = years.flatMap((year) => {
    const target = line.targets.find((each) => each.year === year);
    const ofYear = line.figures.filter(({ period }) => Math.floor(period / 1000) === year);
    const asked = target ? targetWords(target, line.unit, city, locale) : '—';
    if (ofYear.length === 0) return [[String(year), asked, words.notReported, '—', '—']];
    return ofYear.map((one) => [periodWords(trajectoryWords[locale], one.period), asked, one.isHidden ? words.hidden : `${isEstimate(one.source) ? `${estimateSign} ` : ''}${withUnit(one.value!, line.unit, city, locale)}${one.isBreak ? ` ${breakSign}` : ''}`, sourceWords(one.source, city) || '—', words.reportedBy(reporterIn(one, locale === 'en'), shortDay(one.reportedOn, locale)) + (one.isLate ? ` ${words.late}` : '')]);
  });
  return [
    head(4, `${line.code} ${name} · ${signs[line.light] ?? ''}${words.lights[line.light]}`),
    ...(picture ? [{ kind: 'chart' as const, picture, key: [words.expected, words.actual, words.target] }] : []),
    ...(rows.length === 0 ? [note(words.notReported)] : [table([words.figure.year, words.figure.target, words.figure.actual, words.figure.source, words.figure.who], [1.6, 2, 2, 3, 3], rows)]),
    ...(line.figures.some(({ source, isHidden }) => isEstimate(source) && !isHidden) ? [note(`${estimateSign} ${trajectoryWords[locale].estimate.key}`)] : []),
    ...(line.turns ? [note(breakNote(line, locale))] : []),
  ];
}

function districtBlocks({ content }: Printed, locale: Locale): Block[] {
  const words = monitoringWords[locale];
  const lines = content.actions.flatMap(({ indicators }) => indicators).filter(({ districts }) => districts.length > 0);
  if (lines.length === 0) return [];
  const names = new Map(content.districts.map((each) => [each.code, districtIn(each, locale === 'en')]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const rows = lines.map((line) => {
    const said = (lights: readonly string[]) => line.districts.filter(({ light, isHidden }) => !isHidden && lights.includes(light)).map(({ code, value }) => (value === null ? nameOf(code) : `${nameOf(code)} ${figure(value, locale)}`)).join(words.comma) || words.district.none;
    return [`${line.code} ${locale === 'en' ? line.en : line.zh}`, said(['reached', 'on-path']), said(['behind', 'far-behind']), said(['no-figure'])];
  });
  return [head(2, words.districts(content.year)), kept(words.districtsLead), table([words.district.indicator, words.district.reached, words.district.behind, words.district.missing], [3, 4, 3, 3], rows)];
}

function alertBlocks({ content }: Printed, locale: Locale): Block[] {
  const words = monitoringWords[locale];
  const rows = content.alerts.map((alert) => [
    shortDay(alert.raisedOn, locale), `${alertPlace(alert, content.districts, locale === 'en') || words.whole} ${alert.code}`, `${words.levels[alert.level]} · ${warningWords[locale].rules[alert.rule].name}`, [alert.reason, alert.measure].filter(Boolean).join('\n') || '—',
    `${words.alertStates[alert.state]}${alert.closedOn ? ` ${shortDay(alert.closedOn, locale)}` : ''}${alert.verdict ? ` ${words.verdicts[alert.verdict]}` : ''}`,
  ]);
  return [head(2, words.alerts), ...(rows.length === 0 ? [text(words.noAlerts)] : [table([words.alert.raised, words.alert.what, words.alert.level, words.alert.answer, words.alert.closed], [2, 2.5, 1.6, 4, 2.4], rows)])];
}

function missingBlocks({ content }: Printed, locale: Locale): Block[] {
  const words = monitoringWords[locale];
  const missing = missingOf(content);
  const told = (each: Words) => (locale === 'en' ? each.en : each.zh);
  return [head(2, words.missing), ...(missing.length === 0 ? [text(words.noMissing)] : [text(words.missingLead), text(missing.map(({ action, indicator }) => `${action.code} · ${indicator.code} ${told(indicator)}`).join('\n'))])];
}

function aboutBlocks({ content, hash, state }: Printed, locale: Locale): Block[] {
  const words = monitoringWords[locale];
  const city = cityWords[locale];
  const corrections = content.actions.flatMap(({ indicators }) => indicators.flatMap((line) => line.corrections.map(({ period, from, on, why }) => words.correction(`${line.code} ${locale === 'en' ? line.en : line.zh}`, periodWords(trajectoryWords[locale], period), from === null ? null : withUnit(from, line.unit, city, locale), shortDay(on, locale), sourceWords(why, city)))));
  return [
    ...(corrections.length === 0 ? [] : [head(2, words.corrections), text(corrections.join('\n'))]),
    head(2, words.about), text([words.asOf(shortTime(content.asOf, locale)), words.planRevision(content.plan.revision, content.plan.hash.slice(0, 12)), hash ? `${words.fingerprint} ${hash}` : words.draftNote, ...(hash && state === 'published' ? [words.fingerprintWhy] : [])].join('\n')),
  ];
}
