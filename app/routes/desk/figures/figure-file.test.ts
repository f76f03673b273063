import { RouterContextProvider } from 'react-router';
import { afterAll, expect } from 'vitest';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { bringFigures } from '#app/domain/city/figure-files/bring-figures.ts';
import { checkFigureFile } from '#app/domain/city/figure-files/check-figures.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { anOfficeBook } from '#tests/office-plan.ts';
import { baohe, ctxOf, hefei, person, test, today } from '#tests/world.ts';
import { loader } from './figure-file.tsx';

afterAll(endPress);

test('a figure that a sheet would correct is shown with the name of its indicator and its unit, before and after', async ({ db }) => {
  const actor = person('government-officer', hefei, '019c0000-0000-7000-8000-00000000f118');
  await db.insert(users).values({ id: actor.id, name: '市统计员', email: 'figures@example.org', username: 'figures', twoFactorEnabled: true } as typeof users.$inferInsert);
  await db.insert(roleGrants).values({ userId: actor.id, role: 'government-officer', regionCode: hefei, grantedBy: 'test', grantedAt: today } as typeof roleGrants.$inferInsert);
  const officer = ctxOf(db, actor);
  await recordValue(officer, 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '28.5', source: '部门年报' }));
  const id = await bringFigures(officer, { name: '数值.xlsx', content: await anOfficeBook({ name: '数值', rows: [['地区代码', '指标编号', '期次', '数值'], [baohe, 'A08-1', '2025', '34']], merges: [] }) });
  await checkFigureFile(officer, id);
  const corrections = async (locale: 'zh-CN' | 'en') => {
    const context = new RouterContextProvider();
    context.set(ctxKey, { ...officer, locale });
    return (await loader({ context, params: { id }, request: new Request(`http://localhost/desk/figures/${id}`) } as never)).corrections;
  };
  expect(await corrections('zh-CN')).toMatchObject([{ code: 'A08-1', name: '普惠托育服务占比', was: '28.5%', is: '34%' }]);
  expect(await corrections('en')).toMatchObject([{ name: 'Share of inclusive childcare', was: '28.5%', is: '34%' }]);
});
