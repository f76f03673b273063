import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { as, binhu, ctxOf, person, test } from '#tests/world.ts';
import { NoticeForm } from './notice-form.ts';
import { currentNotice, type NoticeContent } from './notice.ts';
import { changesOf, partsOf, textOf } from './notice-words.ts';
import { publishChildNotice } from './publish-notice.ts';
import { registerChild } from './register-child.ts';
import { reviewNotice } from './review-notice.ts';

const office = (db: Db) => as(db, 'programme-officer', '*');
const notice = JSON.parse(readFileSync('data/child-notice.json', 'utf8')) as NoticeContent;
const says = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };

describe('a new version of the rules', () => {
  test('is looked at first: what changed, what is hard to read, what has to be assessed, whom it asks again', async ({ db }) => {
    const guardian = ctxOf(db, person('guardian', binhu, 'mother'));
    for (const nickname of ['小雨', '小风']) await registerChild(guardian, { name: `李${nickname}`, nickname, birthday: '2017-03-01', relation: 'mother', ...says });
    const { content, version } = await currentNotice(office(db));
    expect(await reviewNotice(office(db), content)).toMatchObject({ version: version + 1, changes: [], hard: [], begun: [], asked: { guardians: 1, children: 2 } });

    const changed = structuredClone(content);
    changed['zh-CN'].child.push('我们依照法律法规的规定对相关主体的个人信息进行处理和保存。');
    changed['zh-CN'].purposes.sharing.why = '为了给孩子办几件事，交给几个单位。';
    changed.en.adult[0]!.heading = 'Why';
    const review = await reviewNotice(office(db), changed);
    expect(review.changes.map(({ locale, where, before, after }) => [locale, where, before === '', after === ''])).toEqual([
      ['zh-CN', 'child', false, false], ['zh-CN', 'purpose:sharing', false, false], ['en', content.en.adult[0]!.heading, false, true], ['en', 'Why', true, false],
    ]);
    expect(review.hard.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([expect.arrayContaining(['long-breath', 'official'])]);
    expect(review.begun.map(({ purpose, citable }) => [purpose, citable.length > 0])).toEqual([['sharing', true]]);
    await expect(publishChildNotice(office(db), changed), 'without an assessment a purpose is not begun').rejects.toThrow('impact-needed');
    expect(await publishChildNotice(office(db), changed, { sharing: review.begun[0]!.citable[0]!.id })).toBe(version + 1);
    expect((await reviewNotice(office(db), changed)).asked, 'nothing counts until it is renewed').toEqual({ guardians: 1, children: 0 });
  });

  test('is the programme office’s alone', async ({ db }) => {
    await expect(reviewNotice(as(db, 'government-officer', binhu), notice)).rejects.toThrow('not-allowed');
    await expect(reviewNotice(as(db, 'programme-officer', binhu), notice)).rejects.toThrow('not-allowed');
  });

  test('is typed as headings and lines, and comes back as it was; what is missing is said at its field', () => {
    const { adult } = notice['zh-CN'];
    expect(partsOf(textOf(adult).replaceAll('\n', '\r\n'))).toEqual(adult);
    expect(changesOf(notice, notice)).toEqual([]);
    const { error } = NoticeForm.safeParse({ deed: 'review', 'zh.child': '一句' });
    const fields = new Set(error?.issues.map(({ path }) => path.join('.')));
    expect(['zh.adult', 'zh.child', 'zh.contact', 'en.adult', 'en.sharing.why'].filter((field) => !fields.has(field))).toEqual([]);
  });
});
