import { z } from '@hono/zod-openapi';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { nameEn } from './shapes.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const count = z.int().min(0);
const mean = z.number().nullable().openapi({ description: '0–100; null where nothing applies' });
const Counts = { met: count, partly: count, notMet: count, notApplicable: count, mean };
const Item = Words.extend({ id: z.string(), ...Counts, unmet: z.number().nullable().openapi({ description: 'Per cent not fully met' }) });
const Standing = {
  code: z.string().openapi({ description: "'*' is the whole country" }), name: z.string(), nameEn, communities: count, allMusts: count, ...Counts, sections: z.record(z.string(), mean),
};

export const StatisticsShape = z
  .object({
    ...Standing,
    year: z.int(),
    stream: z.enum(streams).openapi({ description: 'Who said it: the community itself, an expert on the papers, an expert on site, or the evaluation of the whole' }),
    edition: Words.extend({ id: z.string() }),
    dataVersion: z.object({ changes: count, at: z.string().nullable() }),
    bySection: z.array(Item),
    byNorm: z.array(Item.extend({ section: z.string() })),
    byRule: z.array(Item.extend({ norm: z.string(), kind: z.enum(['must', 'should', 'may']) })),
    bands: z.array(z.object({ from: z.int().nullable(), communities: count })),
    years: z.array(z.object({ year: z.int(), edition: z.string(), communities: count, mean })),
    regions: z.array(z.object(Standing)),
    definitions: z.record(z.string(), Words),
  })
  .openapi('Statistics');
