import { z } from '@hono/zod-openapi';
import { ageBands, tags } from '#app/domain/pilot/case-library/model.ts';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { regionNameEn } from './shapes.ts';

/** 案例和年度报告 in the words of the description. */
const Words = z.object({ zh: z.string(), en: z.string() });
const hash = z.string().openapi({ description: 'SHA-256 of the content, as it stands in the sealed records' });
const day = z.string().openapi({ format: 'date' });
const moment = z.string().openapi({ format: 'date-time' });

export const CaseShape = z
  .object({
    id: z.string(),
    number: z.string().openapi({ example: 'AL-2026-0001' }),
    version: z.int(),
    publishedAt: moment,
    regionCode: z.string(),
    regionNameEn,
    community: z.string(),
    place: z.string(),
    title: Words.openapi({ description: '`en` is empty where nobody has put it into English' }),
    summary: Words,
    cost: z.int().nullable().openapi({ description: 'Whole yuan; 0 is nothing spent, null is not noted' }),
    months: z.int(),
    ages: z.array(z.enum(ageBands)),
    tags: z.array(z.enum(tags)),
    rules: z.array(z.string()).openapi({ example: ['A3.1'] }),
    reach: z.int().openapi({ description: 'In how many construction plans of other communities it was taken over' }),
  })
  .openapi('Case');

export const CaseWholeShape = z.object({
  ...CaseShape.shape,
  hash,
  problem: z.string(),
  action: z.string(),
  lessons: z.string(),
  funding: z.string(),
  startedOn: day,
  partners: z.array(z.object({ name: z.string(), role: z.string() })),
  outcomes: z.array(z.object({ what: z.string(), before: z.number().nullable(), after: z.number(), unit: z.string() })),
  versions: z.array(z.object({ version: z.int(), publishedAt: moment, changes: z.string(), hash })),
  citation: Words,
}).openapi('CaseWhole');

export const AnnualReportShape = z
  .object({
    id: z.string(),
    regionCode: z.string().openapi({ description: "'*' is the whole country" }),
    regionNameEn,
    place: Words,
    year: z.int(),
    number: z.int().openapi({ description: 'Which making of this year it is' }),
    asOf: moment.openapi({ description: 'As known at this moment' }),
    publishedAt: moment,
    hash,
  })
  .openapi('AnnualReport');

const Results = z.object({
  stream: z.enum(streams),
  editionId: z.string(),
  communities: z.int(),
  mean: z.number().nullable(),
  before: z.number().nullable().openapi({ description: 'The mean of the year before' }),
  sections: z.array(z.object({ id: z.string(), mean: z.number().nullable() })),
  missed: z.array(z.object({ ruleId: z.string(), communities: z.int(), share: z.number() })),
});

export const AnnualReportWholeShape = z.object({
  ...AnnualReportShape.shape,
  figures: z.array(z.object({ id: z.string(), value: z.int(), before: z.int().openapi({ description: 'Of the year before' }), query: z.string() })),
  results: z.array(Results),
  query: z.string().openapi({ description: 'The question that gave the results' }),
}).openapi('AnnualReportWhole');
