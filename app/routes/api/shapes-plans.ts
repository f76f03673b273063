import { z } from '@hono/zod-openapi';
import { leadRoles, planStates, taskStates } from '#app/domain/city/city-plans/model.ts';
import { standings } from '#app/domain/city/city-plans/progress.ts';
import { accumulations, directions, frequencies, kinds, operators, origins, provenances, units } from '#app/domain/city/indicators/model.ts';
import { regionNameEn, source, sourceName } from './shapes.ts';

/** 行动计划 in the words of the description. */
const Words = z.object({ zh: z.string(), en: z.string() });
const day = z.string().openapi({ format: 'date' });
const moment = z.string().openapi({ format: 'date-time' });

export const PlanShape = z
  .object({
    id: z.string(),
    regionCode: z.string().openapi({ description: "'*' is the whole country" }),
    regionNameEn,
    place: z.string(),
    title: Words,
    issuer: z.string(),
    startsOn: day,
    endsOn: day,
    state: z.enum(planStates).exclude(['draft']),
    isExample: z.boolean().openapi({ description: 'Lent to this region by a demonstration: its figures are invented' }),
    revision: z.int(),
    publishedAt: moment,
    actions: z.int(),
    indicators: z.int(),
  })
  .openapi('Plan');

const Target = z.object({ year: z.int(), op: z.enum(operators), value: z.number(), max: z.number().nullable().openapi({ description: 'The end of a range' }) });
const Value = z.object({
  period: z.int().openapi({ description: '2025000 is the year 2025, 2025101 its first half, 2025203 its third quarter, 2025312 its December' }),
  value: z.number(), numerator: z.number().nullable(), denominator: z.number().nullable(), origin: z.enum(origins).openapi({ description: 'Typed, reckoned by a formula, taken from a published report, from the work in the system, or added up from the regions below' }), source, sourceName, sourceUrl: z.string().nullable(),
  isBreak: z.boolean().openapi({ description: 'From here on the figures of this indicator were recorded under a definition that counts something else' }),
});
const Indicator = z.object({
  code: z.string(), name: Words, kind: z.enum(kinds), unit: z.enum(units), accumulation: z.enum(accumulations), direction: z.enum(directions), frequency: z.enum(frequencies), version: z.int(), provenance: z.enum(provenances),
  numerator: Words.nullable(), denominator: Words.nullable(), formula: z.string().nullable(), baseline: z.object({ year: z.int(), value: z.number() }).nullable(), targets: z.array(Target),
  standing: z.enum(standings).openapi({ description: 'How the last target stands; `missing` is due and not reported, which is not 0; `not-shown` has a figure of too few people to be published' }), values: z.array(Value),
});

export const PlanWholeShape = z.object({
  ...PlanShape.shape,
  hash: z.string().openapi({ description: 'SHA-256 of the words and targets of this revision, as it stands in the sealed records' }),
  source,
  sourceName,
  goal: Words,
  closing: Words.openapi({ description: 'What was said when the plan was closed' }),
  campaigns: z.array(z.object({ no: z.int(), name: Words, isInSource: z.boolean() })),
  caveats: z.array(Words),
  contents: z.array(z.object({
    code: z.string(), no: z.int(), campaign: z.int().nullable(), name: Words, about: Words,
    leads: z.array(z.object({ department: z.string(), name: Words, role: z.enum(leadRoles), from: day, until: day.nullable(), isInferred: z.boolean() })),
    budgets: z.array(z.object({ year: z.int(), amount: z.number().openapi({ description: 'In units of 10,000 yuan' }), source: z.string() })),
    tasks: z.array(z.object({ id: z.string(), name: Words, dueOn: day, state: z.enum(taskStates), doneOn: day.nullable(), proof: z.string(), proofUrl: z.string().nullable() })),
    indicators: z.array(Indicator),
  })),
  revisions: z.array(z.object({ revision: z.int(), reason: z.string(), publishedAt: moment, hash: z.string() })),
}).openapi('PlanWhole');
