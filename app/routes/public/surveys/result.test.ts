import { describe, expect } from 'vitest';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { aClosedRound } from '#tests/surveys.ts';
import { ctxOf, test } from '#tests/world.ts';
import * as page from './result.tsx';

describe('the public results of a round', () => {
  test('say how many answered, how they were asked, how far chance reaches and whom they stand for', async ({ db }) => {
    const { round } = await aClosedRound(db);
    const words = wordsOf(await rendered(page, ctxOf(db), `/surveys/${round}`, { id: round }));
    const reliable = words.slice(words.indexOf('多少人答了'));
    expect(reliable).toContain('至少 39 人。邀请了 50 人，至少 78% 答了；没有答的人怎么想，不知道。');
    expect(reliable).toContain('问孩子之前，已经登记了学校或监护人的同意');
    // 26 of 39 by Wilson is 0.510 to 0.794: 16 points at the longer side
    expect(reliable).toContain('上下可能差到 16 个百分点（95% 区间）');
    expect(reliable).toContain('不是随机抽出来的');
  });

  test('give no margin where nothing can be shown, and say so', async ({ db }) => {
    const { round } = await aClosedRound(db, { many: 3, yes: 2 });
    const words = wordsOf(await rendered(page, { ...ctxOf(db), locale: 'en' }, `/surveys/${round}`, { id: round }));
    expect(words).toContain('No share can be shown, so there is no margin.');
    expect(words).toMatch(/How many answered +Too few to be shown\./);
  });
});
