import type { Answer } from './answer-question.ts';
import type { Figure } from './model.ts';
import { groupToCode, periodToSdmx, regionToCode } from './codes.ts';

/** 一个数 as plain data, with the codes of other systems beside its own. */
export function openItem({ indicators }: Pick<Answer, 'indicators'>): (figure: Figure) => ReturnType<typeof itemOf> {
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  return (figure) => itemOf(figure, codes.get(figure.indicatorId)!);
}

const itemOf = (figure: Figure, indicator: string) => ({
  indicator, region: figure.regionCode, area: regionToCode(figure.regionCode), period: figure.period, time: periodToSdmx(figure.period), group: groupToCode(figure.breakdown),
  value: figure.value, isHidden: figure.isHidden, isBreak: figure.isBreak, source: figure.source, recordedAt: figure.recordedAt,
});

/** 公开数据 of an answer: plain figures and what their codes stand for. */
export const openFigures = (answer: Answer) => ({ items: answer.figures.map(openItem(answer)), ...openNames(answer) });

/** What the codes of the figures stand for, and where the next page begins. */
export function openNames({ figures, indicators, places, groups, next }: Answer) {
  const used = new Set(figures.map(({ regionCode }) => regionCode));
  const words = ({ zh, en }: { zh: string; en: string }) => ({ zh, en });
  return {
    indicators: indicators.map(({ code, version, definition }) => ({ code, name: words(definition), unit: definition.unit, accumulation: definition.accumulation, frequency: definition.frequency, version })),
    regions: places.meant.filter(({ code }) => used.has(code)).map(({ code, name }) => ({ code, area: regionToCode(code), name: name || '全国' })),
    groups: groups.map((each) => ({ code: groupToCode(each.id), name: words(each) })),
    next,
  };
}
