import { z } from '@hono/zod-openapi';
import { accumulations, directions, frequencies, kinds, levels, units } from '#app/domain/city/indicators/model.ts';
import { nameEn, source, sourceName } from './shapes.ts';

/** 统计数据库 in the words of the description. */
const Words = z.object({ zh: z.string(), en: z.string() });

export const IndicatorShape = z.object({
  code: z.string().openapi({ example: 'A08-1' }), name: Words, regionCode: z.string().openapi({ description: "Who made it for itself and the regions below it; '*' is everybody's" }), kind: z.enum(kinds), unit: z.enum(units), accumulation: z.enum(accumulations), direction: z.enum(directions), frequency: z.enum(frequencies), level: z.enum(levels).openapi({ description: 'Who knows the figure first' }), owner: z.string(), version: z.int(),
  numerator: Words.nullable(), denominator: Words.nullable(), formula: z.string().nullable(), dimensions: z.array(z.string()).openapi({ description: 'What its figures may be grouped by' }), least: z.number().nullable(), most: z.number().nullable(), source, sourceName,
  standard: z.array(z.string()).openapi({ description: 'Rules of the standard it speaks to' }), outline: z.array(z.string()).openapi({ description: 'Indicators of the national outline 2021–2030 it speaks to' }), unicef: z.array(z.int()).openapi({ description: "Goal areas of UNICEF's child friendly cities, 1 to 5" }),
}).openapi('Indicator');

const Figure = z.object({
  indicator: z.string(), region: z.string().openapi({ description: "'*' is the whole country" }), area: z.string().openapi({ description: 'Six digits of GB/T 2260 down to the county; CN is the whole country' }),
  period: z.int().openapi({ description: '2025000 is the year 2025, 2025101 its first half, 2025203 its third quarter, 2025312 its December' }), time: z.string().openapi({ description: 'The period as SDMX names it: 2025, 2025-S1, 2025-Q3, 2025-12' }),
  group: z.string().openapi({ description: '_T is everybody' }), value: z.number().nullable().openapi({ description: 'null where the figure may not be seen' }), isHidden: z.boolean().openapi({ description: 'There is a figure, and so few people behind it, or behind what follows from it, that it is not shown' }), isBreak: z.boolean().openapi({ description: 'From here on the figures of this region and group were recorded under a definition that counts something else' }),
  source, sourceName, recordedAt: z.string().openapi({ format: 'date-time' }),
});

export const FiguresShape = z.object({
  items: z.array(Figure), indicators: z.array(z.object({ code: z.string(), name: Words, unit: z.enum(units), accumulation: z.enum(accumulations), frequency: z.enum(frequencies), version: z.int() })),
  regions: z.array(z.object({ code: z.string(), area: z.string(), name: z.string(), nameEn })), groups: z.array(z.object({ code: z.string(), name: Words })), next: z.string().nullable(),
}).openapi('Figures');

const Part = z.looseObject({ id: z.string(), name: z.string(), names: z.record(z.string(), z.string()), values: z.array(z.looseObject({ id: z.string(), name: z.string() })).optional() });
const Parts = z.array(Part);

export const SdmxShape = z.object({
  meta: z.looseObject({ schema: z.string(), id: z.string(), prepared: z.string(), sender: z.looseObject({ id: z.string() }) }),
  data: z.object({
    structures: z.array(z.looseObject({ dimensions: z.object({ dataSet: Parts, series: Parts, observation: Parts }), measures: z.object({ observation: Parts }), attributes: z.looseObject({ observation: Parts }) })),
    dataSets: z.array(z.looseObject({ structure: z.int(), action: z.string(), observations: z.record(z.string(), z.array(z.union([z.number(), z.null()]))) })),
  }),
}).openapi('SdmxData', { description: 'An SDMX-JSON 2.0 data message' });
