/** 统计数据库的例子. */
const words = (zh: string, en: string) => ({ zh, en });
const query = { indicators: 'A08-1', region: '3401', from: 2025, to: 2025 };
const named = (id: string, zh: string, en: string) => ({ id, name: zh, names: words(zh, en) });
const part = (id: string, zh: string, en: string, keyPosition: number, values: readonly object[]) => ({ ...named(id, zh, en), keyPosition, roles: [id], values });
const terms = words('可以自由使用，请注明来源“童友”、网址和取得日期。', 'Free to use; please name Tongyou, the address and the day you took it.');
const links = [{ rel: 'dataflow', urn: 'urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TONGYOU:CHILD_DEVELOPMENT(1.0)' }];
const indicator = words('普惠托育服务占比', 'Share of inclusive childcare');

export const figureExamples = {
  listIndicators: {
    query: { q: '普惠托育', limit: 50 },
    answer: { items: [{ code: 'A08-1', name: indicator, regionCode: '*', kind: 'numeric', unit: 'percent', accumulation: 'point', direction: 'up', frequency: 'quarter', level: 'district', owner: 'wj', version: 1, numerator: words('普惠性托位数', 'inclusive places'), denominator: words('托位总数', 'all childcare places'), formula: null, dimensions: [], least: 0, most: 100, source: 'city-3y-2023-2025', sourceName: words('《建设儿童友好城市三年行动计划（2023—2025年）》', 'Three-year action plan for a child-friendly city, 2023–2025'), standard: ['D2.1'], outline: [], unicef: [3] }], next: null },
  },
  listFigures: {
    query: { ...query, limit: 50 },
    answer: {
      items: [{ indicator: 'A08-1', region: '3401', area: '340100', period: 2_025_000, time: '2025', group: '_T', value: 34.200_09, isHidden: false, isBreak: false, source: '市卫健委年报', sourceName: words('市卫健委年报', '市卫健委年报'), recordedAt: '2026-01-15T02:00:00Z' }],
      indicators: [{ code: 'A08-1', name: indicator, unit: 'percent', accumulation: 'point', frequency: 'quarter', version: 1 }], regions: [{ code: '3401', area: '340100', name: '合肥市', nameEn: 'Hefei City' }], groups: [{ code: '_T', name: words('合计', 'All') }], next: null,
    },
  },
  getFiguresSdmx: {
    query,
    answer: {
      meta: { schema: 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json', id: 'TY2c26b46b68ffc68f', test: false, prepared: '2026-01-15T02:00:00.000Z', contentLanguages: ['zh', 'en'], sender: named('TONGYOU', '童友', 'Tongyou') },
      data: {
        structures: [{
          name: '儿童发展统计数据库', names: words('儿童发展统计数据库', 'Statistics database of child development'), dataSets: [0], links,
          annotations: [{ type: 'LICENSE', text: terms.zh, texts: terms }],
          dimensions: {
            dataSet: [], series: [],
            observation: [
              part('FREQ', '频率', 'Frequency', 0, [named('A', '年', 'Annual')]), part('REF_AREA', '地区', 'Reference area', 1, [named('340100', '合肥市', '合肥市')]), part('INDICATOR', '指标', 'Indicator', 2, [{ id: 'A08-1', name: indicator.zh, names: indicator }]),
              part('GROUP', '分组', 'Group of people', 3, [named('_T', '合计', 'All')]), part('TIME_PERIOD', '期次', 'Time period', 4, [{ ...named('2025', '2025', '2025'), start: '2025-01-01T00:00:00Z', end: '2025-12-31T23:59:59Z' }]),
            ],
          },
          measures: { observation: [{ ...named('OBS_VALUE', '数值', 'Observation value'), isMandatory: false, format: { dataType: 'Double', minOccurs: 0, maxOccurs: 1 } }] },
          attributes: {
            dataSet: [], dimensionGroup: [], series: [],
            observation: [
              { ...named('OBS_STATUS', '状态', 'Observation status'), isMandatory: true, relationship: { observation: {} }, values: [named('A', '正常值', 'Normal value'), named('Q', '数字太小，不公开', 'Missing value; suppressed')] },
              { ...named('UNIT_MEASURE', '单位', 'Unit of measure'), isMandatory: true, relationship: { dimensions: ['INDICATOR'] }, values: [{ id: 'percent', name: 'percent' }] },
            ],
          },
        }],
        dataSets: [{ structure: 0, action: 'Replace', links, annotations: [0], observations: { '0:0:0:0:0': [34.200_09, 0, 0] } }],
      },
    },
  },
} as const;
