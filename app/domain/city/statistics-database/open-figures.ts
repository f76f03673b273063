import type { Answer } from './answer-question.ts';
import { groupToCode, periodToSdmx, regionToCode } from './codes.ts';

/** 公开数据 of an answer: plain figures with the codes of other systems beside their own. */
export function openFigures({ figures, indicators, places, groups, next }: Answer) {
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  const used = new Set(figures.map(({ regionCode }) => regionCode));
  const words = ({ zh, en }: { zh: string; en: string }) => ({ zh, en });
  return {
    items: figures.map((figure) => ({
      indicator: codes.get(figure.indicatorId)!, region: figure.regionCode, area: regionToCode(figure.regionCode), period: figure.period, time: periodToSdmx(figure.period), group: groupToCode(figure.breakdown),
      value: figure.value, isHidden: figure.isHidden, source: figure.source, recordedAt: figure.recordedAt,
    })),
    indicators: indicators.map(({ code, version, definition }) => ({ code, name: words(definition), unit: definition.unit, accumulation: definition.accumulation, frequency: definition.frequency, version })),
    regions: places.meant.filter(({ code }) => used.has(code)).map(({ code, name }) => ({ code, area: regionToCode(code), name: name || '全国' })),
    groups: groups.map((each) => ({ code: groupToCode(each.id), name: words(each) })),
    next,
  };
}
