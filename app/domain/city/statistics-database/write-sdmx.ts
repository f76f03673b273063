import { hash } from 'node:crypto';
import type { Unit, Words } from '#app/domain/city/indicators/model.ts';
import { lastDay, openPeriod, yearOf } from '#app/domain/city/indicators/period.ts';
import type { Locale } from '#app/platform/ctx.ts';
import type { Answer } from './answer-question.ts';
import { frequencyToCode, groupToCode, periodToSdmx, regionToCode } from './codes.ts';

const flow = 'TONGYOU:CHILD_DEVELOPMENT(1.0)';
const flowUrn = `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${flow}`;
const concepts: Record<string, Words> = {
  FREQ: { zh: '频率', en: 'Frequency' }, REF_AREA: { zh: '地区', en: 'Reference area' }, INDICATOR: { zh: '指标', en: 'Indicator' }, GROUP: { zh: '分组', en: 'Group of people' }, TIME_PERIOD: { zh: '期次', en: 'Time period' },
  OBS_VALUE: { zh: '数值', en: 'Observation value' }, OBS_STATUS: { zh: '状态', en: 'Observation status' }, UNIT_MEASURE: { zh: '单位', en: 'Unit of measure' },
};
const frequencies: Record<string, Words> = { A: { zh: '年', en: 'Annual' }, S: { zh: '半年', en: 'Half-yearly' }, Q: { zh: '季', en: 'Quarterly' }, M: { zh: '月', en: 'Monthly' } };
const unitNames: Record<Unit, Words> = {
  milestone: { zh: '是否达到（1 是，0 否）', en: 'Reached (1) or not (0)' }, count: { zh: '个', en: 'Items' }, persons: { zh: '人', en: 'Persons' }, 'person-times': { zh: '人次', en: 'Attendances' }, households: { zh: '户', en: 'Households' },
  schools: { zh: '所', en: 'Schools' }, classes: { zh: '个班', en: 'Classes' }, days: { zh: '天', en: 'Days' }, '10k-items': { zh: '万条', en: 'Ten thousand items' }, percent: { zh: '百分比', en: 'Per cent' }, permille: { zh: '千分比', en: 'Per mille' }, 'per-1000': { zh: '每千人', en: 'Per thousand people' },
};
const statuses = [{ id: 'A', zh: '正常值', en: 'Normal value' }, { id: 'Q', zh: '数字太小，不公开', en: 'Missing value; suppressed' }];

type Code = { id: string } & Words;

/** SDMX-JSON 2.0: every figure as an observation of its own, with the structure that explains its dimensions and the terms of use beside it. */
export function writeSdmx({ figures, indicators, places, groups }: Pick<Answer, 'figures' | 'indicators' | 'places' | 'groups'>, now: Date, locale: Locale, terms: Words) {
  const said = (words: Words) => ({ name: locale === 'en' ? words.en : words.zh, names: { zh: words.zh, en: words.en } });
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted((one, other) => lastDay(one).localeCompare(lastDay(other)) || one - other);
  const used = <K extends 'regionCode' | 'breakdown' | 'indicatorId'>(key: K) => new Set(figures.map((figure) => figure[key]));
  const [usedPlaces, usedGroups, usedIndicators] = [used('regionCode'), used('breakdown'), used('indicatorId')];
  const shownPlaces = places.meant.filter(({ code }) => usedPlaces.has(code));
  const shownGroups = groups.filter(({ id }) => usedGroups.has(id));
  const shownIndicators = indicators.filter(({ id }) => usedIndicators.has(id));
  const kinds = [...new Set(periods.map(frequencyToCode))];
  const code = (each: Code) => ({ id: each.id, ...said(each) });
  const place = (keyPosition: number, id: string, values: readonly object[]) => ({ id, ...said(concepts[id]!), keyPosition, roles: [id], values });
  const [atFreq, atPlace, atIndicator, atGroup, atPeriod] = [
    indexOf(kinds), indexOf(shownPlaces.map((each) => each.code)), indexOf(shownIndicators.map(({ id }) => id)), indexOf(shownGroups.map(({ id }) => id)), indexOf(periods),
  ];
  const units = [...new Set(shownIndicators.map(({ definition }) => definition.unit))];
  const unitOf = new Map(shownIndicators.map(({ id, definition }) => [id, units.indexOf(definition.unit)]));
  const observations = Object.fromEntries(figures.map((figure) => [
    [atFreq.get(frequencyToCode(figure.period)), atPlace.get(figure.regionCode), atIndicator.get(figure.indicatorId), atGroup.get(figure.breakdown), atPeriod.get(figure.period)].join(':'),
    [figure.value, figure.isHidden ? 1 : 0, unitOf.get(figure.indicatorId)!],
  ]));
  const dimensions = [
    place(0, 'FREQ', kinds.map((id) => code({ id, ...frequencies[id]! }))),
    place(1, 'REF_AREA', shownPlaces.map((each) => code({ id: regionToCode(each.code), zh: each.name || '全国', en: each.name || 'China' }))),
    place(2, 'INDICATOR', shownIndicators.map((each) => code({ id: each.code, zh: each.definition.zh, en: each.definition.en }))),
    place(3, 'GROUP', shownGroups.map((each) => code({ id: groupToCode(each.id), zh: each.zh, en: each.en }))),
    place(4, 'TIME_PERIOD', periods.map((period) => ({ ...code({ id: periodToSdmx(period), zh: periodToSdmx(period), en: periodToSdmx(period) }), start: `${firstDay(period)}T00:00:00Z`, end: `${lastDay(period)}T23:59:59Z` }))),
  ];
  const links = [{ rel: 'dataflow', urn: flowUrn }];
  const content = figures.length === 0 ? { structures: [], dataSets: [] } : {
    structures: [{
      ...said({ zh: '儿童发展统计数据库', en: 'Statistics database of child development' }), dataSets: [0], links, annotations: [{ type: 'LICENSE', text: locale === 'en' ? terms.en : terms.zh, texts: { zh: terms.zh, en: terms.en } }], dimensions: { dataSet: [], series: [], observation: dimensions },
      measures: { observation: [{ id: 'OBS_VALUE', ...said(concepts.OBS_VALUE!), isMandatory: false, format: { dataType: 'Double', minOccurs: 0, maxOccurs: 1 } }] },
      attributes: {
        dataSet: [], dimensionGroup: [], series: [],
        observation: [
          { id: 'OBS_STATUS', ...said(concepts.OBS_STATUS!), isMandatory: true, relationship: { observation: {} }, values: statuses.map(code) },
          { id: 'UNIT_MEASURE', ...said(concepts.UNIT_MEASURE!), isMandatory: true, relationship: { dimensions: ['INDICATOR'] }, values: units.map((unit) => code({ id: unit, ...unitNames[unit] })) },
        ],
      },
    }],
    dataSets: [{ structure: 0, action: 'Replace', links, annotations: [0], observations }],
  };
  return {
    meta: {
      schema: 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json',
      id: `TY${hash('sha256', JSON.stringify(content), 'hex').slice(0, 16)}`, test: false, prepared: now.toISOString(), contentLanguages: locale === 'en' ? ['en', 'zh'] : ['zh', 'en'], sender: { id: 'TONGYOU', ...said({ zh: '童友', en: 'Tongyou' }) },
    },
    data: content,
  };
}

const indexOf = <T>(values: readonly T[]) => new Map(values.map((value, at) => [value, at]));

function firstDay(period: number): string {
  const { frequency, nth } = openPeriod(period)!;
  const length = { annual: 12, 'half-year': 6, quarter: 3, month: 1 }[frequency];
  return `${yearOf(period)}-${String((nth - 1) * length + 1).padStart(2, '0')}-01`;
}
