import { z } from '@hono/zod-openapi';
import { answerVerdicts, councilLevels, motionStates } from '#app/domain/children/councils/model.ts';
import { matterStates, outcomes, topics } from '#app/domain/children/suggestions/model.ts';
import { audiences, themes, waves } from '#app/domain/children/surveys/model.ts';
import { regionNameEn } from './shapes.ts';

/** 儿童参与 in the words of the description: what is public, and nothing by which a child could be found. */
const day = z.string().openapi({ format: 'date' });
const Words = z.object({ zh: z.string(), en: z.string() });
const share = z.int().nullable().openapi({ description: 'A whole per cent; null where it would rest on fewer than five' });
const states = matterStates.filter((state) => state !== 'merged' && state !== 'taken-back' && state !== 'protected');

export const VoicesShape = z
  .object({
    regionCode: z.string(),
    regionNameEn,
    unit: z.string(),
    asOf: day,
    received: z.int(), open: z.int(), late: z.int(), adopted: z.int(), declined: z.int(), done: z.int(),
    promises: z.object({ due: z.int(), kept: z.int(), keptInTime: z.int(), share }).openapi({ description: 'Promises whose day has come, and how many were kept' }),
    answers: z.object({ due: z.int(), inTime: z.int(), share }),
    matters: z.array(z.object({
      id: z.string(), topic: z.enum(topics), state: z.enum(states), month: z.string().openapi({ example: '2026-09' }), isLate: z.boolean(), dueOn: day.nullable(), doneOn: day.nullable(), outcome: z.enum(outcomes).nullable(), owner: z.string(),
      words: z.string().nullable().openapi({ description: "The child's words; null until a person has approved them" }), answer: z.string().nullable(), told: z.string().nullable().openapi({ description: 'What the children were told when it was done' }),
      voices: z.int().nullable().openapi({ description: 'How many said it; null below five' }),
    })),
  })
  .openapi('Voices');

export const CouncilShape = z
  .object({ id: z.string(), regionCode: z.string(), regionNameEn, unit: z.string(), level: z.enum(councilLevels), name: z.string(), foundedOn: day, isClosed: z.boolean(), sessions: z.int().openapi({ description: 'Held so far' }), motions: z.int(), answered: z.int() })
  .openapi('Council');

export const CouncilWholeShape = z
  .object({
    id: z.string(), regionCode: z.string(), regionNameEn, place: z.string(), level: z.enum(councilLevels), name: z.string(), foundedOn: day, isClosed: z.boolean(), charterVersion: z.int(),
    charter: z.object({ aim: z.string(), termYears: z.int(), seats: z.int(), quorumPercent: z.int(), sessionsPerYear: z.int(), answerDays: z.int(), rules: z.string(), childRules: z.array(z.string()) }),
    above: z.object({ id: z.string(), name: z.string() }).nullable(),
    sessions: z.array(z.object({ id: z.string(), number: z.int(), heldOn: day, minutes: z.string().openapi({ description: 'Empty until a person has approved them' }), childMinutes: z.string() })),
    motions: z.array(z.object({
      id: z.string(), title: z.string(), text: z.string(), state: z.enum(motionStates), votedOn: day.nullable(), inFavour: z.int(), against: z.int(), abstaining: z.int(), body: z.string(), sentOn: day.nullable(), answerDueOn: day.nullable(),
      isLate: z.boolean(), answeredOn: day.nullable(), verdict: z.enum(answerVerdicts).nullable(), answer: z.string(), answeredBy: z.string(),
    })),
  })
  .openapi('CouncilWhole');

export const SurveyResultShape = z
  .object({
    id: z.string(), regionCode: z.string(), regionNameEn, unit: z.string(), audience: z.enum(audiences), title: z.string(), wave: z.enum(waves), closedOn: day, isInvented: z.boolean().openapi({ description: 'An example and no real survey' }),
    atLeast: z.int().nullable().openapi({ description: 'At least so many answered; null where it may not be said' }), fingerprint: z.string().openapi({ description: 'SHA-256 of the results as they were written' }),
  })
  .openapi('SurveyResult');

const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().openapi({ description: 'With its interval of 95 %; null where it is suppressed' });

export const SurveyResultWholeShape = z
  .object({
    ...SurveyResultShape.shape,
    themes: z.array(z.object({ theme: z.enum(themes), mean: Estimate, shown: z.int(), hidden: z.int() })),
    items: z.array(z.object({
      id: z.string(), theme: z.enum(themes), text: Words, levels: z.int(), favourable: z.int().openapi({ description: 'The first so many levels count as favourable' }), share: Estimate,
      base: z.int().nullable().openapi({ description: 'How many answered; null where it is suppressed' }), blocks: z.array(z.object({ at: z.array(z.int()), count: z.int() })).openapi({ description: 'Levels whose sum is shown; levels that stand together are not shown alone' }),
    })),
  })
  .openapi('SurveyResultWhole');

export const MatterShape = z
  .object({
    id: z.string(), regionCode: z.string(), regionNameEn, unit: z.string(), topic: z.enum(topics), state: z.enum(matterStates), outcome: z.enum(outcomes).nullable(), receivedOn: day, seenDueOn: day, seenOn: day.nullable(), answerDueOn: day, answeredOn: day.nullable(),
    owner: z.string(), taskDueOn: day.nullable(), doneOn: day.nullable(), isLate: z.boolean(), reopened: z.int(), many: z.int().openapi({ description: 'How many children said it' }), words: z.string().nullable(),
  })
  .openapi('Matter');
