import { z } from '@hono/zod-openapi';
import { operation } from './operation.ts';
import { pageOf, Paging, region } from './shapes.ts';
import { PlanShape, PlanWholeShape } from './shapes-plans.ts';

/** 行动计划的地址. */
const tag = 'open data' as const;

export const readPlans = operation(
  '/v1/plans', { id: 'listPlans', tag, summary: 'Published action plans of cities and of the nation, newest first', about: 'With `region` the plans of that region, of those below it, and of the nation.' },
  [200, pageOf(PlanShape)], { query: z.object({ ...Paging, region: region.optional(), state: z.enum(['published', 'closed']).optional() }) },
);
export const readPlan = operation(
  '/v1/plans/{id}', { id: 'getPlan', tag, summary: 'One plan: actions, indicators, targets, tasks, and every figure of its region', about: '`revision` asks for an earlier one; figures are always those that stand now. What was not reported has no value; what small counts of people would give away is left out.' },
  [200, PlanWholeShape], { params: z.object({ id: z.string().max(60) }), query: z.object({ revision: z.coerce.number().int().min(1).max(100_000).optional() }) },
);
