import { publicRounds } from '#app/domain/children/survey-results/read.ts';
import { tellChildren } from '#app/domain/children/survey-results/tell-children.ts';
import { binhu } from './places.ts';
import { by, type Stage } from './stage.ts';

/** 大人的答复: Binhu tells its children what it will do about what they said. */
export async function answerSurvey(stage: Stage): Promise<void> {
  const ctx = by(stage, 'binhu-worker', { day: -30 });
  for (const { roundId, audience } of await publicRounds(ctx, binhu)) {
    if (audience === 'children-8-12') await tellChildren(ctx, binhu, roundId, { lines: ['十二月装好三盏路灯。', '图书角星期六也开门。', '你提的事，十天内回答你。'] });
  }
}
