import { createHash } from 'node:crypto';
import type { Unit, Words } from '#app/domain/city/indicators/model.ts';
import { lastDay, openPeriod, yearOf } from '#app/domain/city/indicators/period.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { inPieces } from '#app/platform/in-pieces.ts';
import type { Answer } from './answer-question.ts';
import { frequencyToCode, groupToCode, periodToSdmx, regionToCode } from './codes.ts';
import type { Place } from './places.ts';

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
const statuses = [{ id: 'A', zh: '正常值', en: 'Normal value' }, { id: 'Q', zh: '数字太小，不公开', en: 'Missing value; suppressed' }, { id: 'B', zh: '口径变了：从这一期起按新的指标定义', en: 'Time series break' }];
const [normal, suppressed, broken] = [0, 1, 2];

type Code = { id: string } & Words;
/** Places with their names in both languages, where they have them. */
type Named = { places: { meant: readonly (Place & { english?: string | undefined })[] } };

/** Where the figures stand in the frame of a message. */
const place = '"observations":{}';

/**
 * SDMX-JSON 2.0: every figure as an observation of its own, with the structure that explains its dimensions and the terms of use
 * beside it, as UTF-8. It is written figure by figure; its number is made of all of it.
 */
export async function writeSdmx(answer: Pick<Answer, 'figures' | 'indicators' | 'groups'> & Named, now: Date, locale: Locale, terms: Words): Promise<Uint8Array[]> {
  const { content, observations } = frameOf(answer, locale, terms);
  const [before, after] = JSON.stringify(content).split(place) as [string, string?];
  function* whole() {
    yield before;
    if (after === undefined) return;
    yield place.slice(0, -1);
    yield* observations();
    yield `}${after}`;
  }
  const pieces = await inPieces(whole());
  const number = createHash('sha256');
  for (const piece of pieces) number.update(piece);
  const meta = {
    schema: 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json',
    id: `TY${number.digest('hex').slice(0, 16)}`, test: false, prepared: now.toISOString(), contentLanguages: locale === 'en' ? ['en', 'zh'] : ['zh', 'en'], sender: { id: 'TONGYOU', name: locale === 'en' ? 'Tongyou' : '童友', names: { zh: '童友', en: 'Tongyou' } },
  };
  return [Buffer.from(`{"meta":${JSON.stringify(meta)},"data":`), ...pieces, Buffer.from('}')];
}

function frameOf({ figures, indicators, places, groups }: Pick<Answer, 'figures' | 'indicators' | 'groups'> & Named, locale: Locale, terms: Words) {
  const said = (words: Words) => ({ name: locale === 'en' ? words.en : words.zh, names: { zh: words.zh, en: words.en } });
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted((one, other) => lastDay(one).localeCompare(lastDay(other)) || one - other);
  const used = <K extends 'regionCode' | 'breakdown' | 'indicatorId'>(key: K) => new Set(figures.map((figure) => figure[key]));
  const [usedPlaces, usedGroups, usedIndicators] = [used('regionCode'), used('breakdown'), used('indicatorId')];
  const shownPlaces = places.meant.filter(({ code }) => usedPlaces.has(code));
  const shownGroups = groups.filter(({ id }) => usedGroups.has(id));
  const shownIndicators = indicators.filter(({ id }) => usedIndicators.has(id));
  const kinds = [...new Set(periods.map(frequencyToCode))];
  const code = (each: Code) => ({ id: each.id, ...said(each) });
  const part = (keyPosition: number, id: string, values: readonly object[]) => ({ id, ...said(concepts[id]!), keyPosition, roles: [id], values });
  const [atFreq, atPlace, atIndicator, atGroup, atPeriod] = [
    indexOf(kinds), indexOf(shownPlaces.map((each) => each.code)), indexOf(shownIndicators.map(({ id }) => id)), indexOf(shownGroups.map(({ id }) => id)), indexOf(periods),
  ];
  const units = [...new Set(shownIndicators.map(({ definition }) => definition.unit))];
  const unitOf = new Map(shownIndicators.map(({ id, definition }) => [id, units.indexOf(definition.unit)]));
  const isBroken = figures.some(({ isBreak, isHidden }) => isBreak && !isHidden);
  function* observations(): Generator<string> {
    let comma = '';
    for (const figure of figures) {
      const at = [atFreq.get(frequencyToCode(figure.period)), atPlace.get(figure.regionCode), atIndicator.get(figure.indicatorId), atGroup.get(figure.breakdown), atPeriod.get(figure.period)].join(':');
      yield `${comma}"${at}":[${figure.value},${figure.isHidden ? suppressed : figure.isBreak ? broken : normal},${unitOf.get(figure.indicatorId)}]`;
      comma = ',';
    }
  }
  const dimensions = [
    part(0, 'FREQ', kinds.map((id) => code({ id, ...frequencies[id]! }))),
    part(1, 'REF_AREA', shownPlaces.map((each) => code({ id: regionToCode(each.code), zh: each.name || '全国', en: each.english ?? (each.name || 'China') }))),
    part(2, 'INDICATOR', shownIndicators.map((each) => code({ id: each.code, zh: each.definition.zh, en: each.definition.en }))),
    part(3, 'GROUP', shownGroups.map((each) => code({ id: groupToCode(each.id), zh: each.zh, en: each.en }))),
    part(4, 'TIME_PERIOD', periods.map((period) => ({ ...code({ id: periodToSdmx(period), zh: periodToSdmx(period), en: periodToSdmx(period) }), start: `${firstDay(period)}T00:00:00Z`, end: `${lastDay(period)}T23:59:59Z` }))),
  ];
  const links = [{ rel: 'dataflow', urn: flowUrn }];
  const content = figures.length === 0 ? { structures: [], dataSets: [] } : {
    structures: [{
      ...said({ zh: '儿童发展统计数据库', en: 'Statistics database of child development' }), dataSets: [0], links, annotations: [{ type: 'LICENSE', text: locale === 'en' ? terms.en : terms.zh, texts: { zh: terms.zh, en: terms.en } }], dimensions: { dataSet: [], series: [], observation: dimensions },
      measures: { observation: [{ id: 'OBS_VALUE', ...said(concepts.OBS_VALUE!), isMandatory: false, format: { dataType: 'Double', minOccurs: 0, maxOccurs: 1 } }] },
      attributes: {
        dataSet: [], dimensionGroup: [], series: [],
        observation: [
          { id: 'OBS_STATUS', ...said(concepts.OBS_STATUS!), isMandatory: true, relationship: { observation: {} }, values: statuses.slice(0, isBroken ? 3 : 2).map(code) },
          { id: 'UNIT_MEASURE', ...said(concepts.UNIT_MEASURE!), isMandatory: true, relationship: { dimensions: ['INDICATOR'] }, values: units.map((unit) => code({ id: unit, ...unitNames[unit] })) },
        ],
      },
    }],
    dataSets: [{ structure: 0, action: 'Replace', links, annotations: [0], observations: {} }],
  };
  return { content, observations };
}

const indexOf = <T>(values: readonly T[]) => new Map(values.map((value, at) => [value, at]));

function firstDay(period: number): string {
  const { frequency, nth } = openPeriod(period)!;
  const length = { annual: 12, 'half-year': 6, quarter: 3, month: 1 }[frequency];
  return `${yearOf(period)}-${String((nth - 1) * length + 1).padStart(2, '0')}-01`;
}
