import { expect } from 'vitest';
import { writtenByNobody } from './journeys/written.ts';
import { test } from './world.ts';

test('Chinese that no column holds is told from names and from what people wrote', async ({ db }) => {
  await db.execute(`insert into attempts (key, count, until) values ('孩子们说：这里很亮', 1, now())`);
  const shown = ['Region: 包河区 · 合肥市', '还有 3 天就截止了', 'They said “孩子们说：这里很亮”', '小雨点', 'Nothing in Chinese', 'Open until 截止日期以后'];
  expect([...(await writtenByNobody(db, shown, ['小雨点']))]).toEqual(['还有 3 天就截止了', 'Open until 截止日期以后']);
});
