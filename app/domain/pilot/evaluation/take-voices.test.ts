import { describe, expect } from 'vitest';
import { records } from '#app/platform/tables.server.ts';
import { begun, evaluator, judge, office, place } from '#tests/evaluations.ts';
import { aClosedRound } from '#tests/surveys.ts';
import { test } from '#tests/world.ts';
import { addVoice } from './enter.ts';
import { sendForComment } from './hear.ts';
import { VoiceInput } from './input.ts';
import { getEvaluation } from './read.ts';
import { takeVoices } from './take-voices.ts';

const byHand = VoiceInput.parse({ voice: 'carers', question: '您知道社区的儿童活动吗', ruleId: 'C3.1', yes: '30', partly: '12', no: '20', source: '家长会', gatheredOn: '2026-08-20' });

describe('what surveys say in an evaluation', () => {
  test('is there when it begins, is taken anew, and what was entered by hand stays and is marked', async ({ db }) => {
    await aClosedRound(db, { place });
    const id = await begun(db);
    await addVoice(evaluator(db), place, id, byHand);
    await aClosedRound(db, { place, audience: 'carers', yes: 12 });
    await takeVoices(evaluator(db), place, id);
    const { voices, streams } = (await getEvaluation(evaluator(db), place, id)).content;
    const play = voices.filter(({ ruleId }) => ruleId === 'C3.1');
    expect(play.map(({ voice, isByHand, counts }) => [voice, isByHand, counts.yes, counts.no]).toSorted()).toEqual([['carers', false, 12, 27], ['carers', true, 30, 20], ['children', false, 26, 13]].toSorted());
    expect(streams.find(({ stream }) => stream === 'voice')!.rules).toBeGreaterThan(8);
    expect((await db.select().from(records)).filter(({ event }) => event === 'evaluation.voices-taken').map(({ facts }) => facts)).toMatchObject([{ indicators: 0 }]);
  });

  test('is nothing where the public sees nothing', async ({ db }) => {
    await aClosedRound(db, { place, many: 30, yes: 23 });
    expect((await getEvaluation(evaluator(db), place, await begun(db))).content.voices).toEqual([]);
  });

  test('is taken by its evaluator, while it is drafted', async ({ db }) => {
    const id = await begun(db);
    await expect(takeVoices(office(db), place, id)).rejects.toThrow('evaluation-not-yours');
    await judge(db, id, 'met');
    await sendForComment(evaluator(db), place, id);
    await expect(takeVoices(evaluator(db), place, id)).rejects.toThrow('evaluation-with-community');
  });
});
