import { inLanguage } from '#app/domain/base/standard/model.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import type { Locale } from '#app/platform/ctx.ts';
import type { EvaluationContent } from './content.ts';
import type { LevelChange } from './model.ts';

type Fact = [name: string, text: string];

/** 评估报告的各行, in one language: the same on the page, in Word and in PDF. */
export function evaluationLines(content: EvaluationContent, locale: Locale) {
  const words = evaluationWords[locale];
  const comma = locale === 'en' ? ', ' : '、';
  const colon = locale === 'en' ? ': ' : '：';
  const figure = (score: number | null) => (score === null ? words.none : score.toFixed(1));
  const level = (one: Level | null) => (one ? words.levels[one] : words.notSaid);
  const said = (zh: string, en: string) => inLanguage({ zh, en }, locale);
  const nameOf = new Map(content.items.map((item) => [item.id, `${item.id} ${said(item.zh, item.en)}`]));
  const count = (n: number | null) => (n === null ? words.hidden : String(n));
  const changed = (changes: readonly LevelChange[]): Fact[] =>
    changes.map(({ id, before, after }) => [nameOf.get(id) ?? id, `${level(before)} → ${level(after)}`]);

  const about: Fact[] = [
    [words.unit, content.community], [words.place, content.place.join(' ')], [words.kind, words.kinds[content.kind]], ...(content.subject ? [[words.subject, content.subject] as Fact] : []),
    [words.year, String(content.year)], ...(content.edition ? [[words.edition, said(content.edition.zh, content.edition.en)] as Fact] : []),
    [words.score, figure(content.score)], ...(content.kind === 'whole' ? [[words.weighted, figure(content.weighted)] as Fact] : []),
    [words.evaluator, content.evaluator], ...(content.concludedOn ? [[words.concludedBy, content.concludedBy] as Fact, [words.concludedOn, content.concludedOn] as Fact] : []),
  ];
  const names = [...new Set(content.items.map(({ section }) => (section ? said(section.zh, section.en) : '')))];
  return {
    about,
    streams: content.streams.map(({ stream, weight, score, rules, day }): Fact => [words.streams[stream], score === null ? words.missing : words.streamLine(figure(score), weight, rules, day ?? '')]),
    conflicts: content.conflicts.map((id): Fact => {
      const item = content.items.find((one) => one.id === id);
      return [nameOf.get(id) ?? id, (item?.said ?? []).map((one) => `${words.streams[one.stream]}${colon}${words.levels[one.level]}`).join(comma)];
    }),
    sections: names.map((name) => ({
      name,
      ids: content.items.filter(({ section }) => (section ? said(section.zh, section.en) : '') === name).map(({ id }) => id),
      items: content.items.filter(({ section }) => (section ? said(section.zh, section.en) : '') === name).map((item): Fact => [
        `${nameOf.get(item.id)!}${item.isMust ? ` ${words.must}` : ''}`,
        [level(item.level), item.said.map((one) => `${words.streams[one.stream]}${colon}${words.levels[one.level]}`).join(comma), item.note].filter(Boolean).join('\n'),
      ]),
    })),
    voices: content.voices.map(({ voice, ageBand, question, ruleId, counts, source, gatheredOn, isByHand }): Fact => [
      [words.voices[voice], ageBand, ruleId].filter(Boolean).join(' '),
      [question, words.counted(count(counts.yes), count(counts.partly), count(counts.no)), counts.share === null ? words.tooFew : words.share(counts.share), words.sourceOf(isByHand ? words.byHand(source) : source, gatheredOn)].join('\n'),
    ]),
    indicators: content.indicators.map(({ ruleId, name, value, unit, level: one, source, asOf, isByHand }): Fact => [`${ruleId} ${name}`, [`${value} ${unit}`.trim(), words.levels[one], words.sourceOf(isByHand ? words.byHand(source) : source, asOf)].join('\n')]),
    compared: content.last ? [[words.lastTime, words.lastLine(content.last.day, figure(content.last.score))] as Fact, ...changed(content.last.changes)] : [],
    comment: [
      ...(content.comment ? [[words.commentOf(content.commentedBy), content.comment] as Fact] : [[words.commentTitle, words.noComment] as Fact]),
      ...(content.reply ? [[words.reply, content.reply] as Fact] : []), ...changed(content.changedAfterComment),
    ],
  };
}
