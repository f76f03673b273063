import { askAccess } from '#app/domain/children/identity/access-grants.ts';
import { answerConsent } from '#app/domain/children/identity/answer-consent.ts';
import { correctChild } from '#app/domain/children/identity/correct-child.ts';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { issueSlip } from '#app/domain/children/identity/issue-slip.ts';
import { makeCard } from '#app/domain/children/identity/make-card.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { registerOnPaper } from '#app/domain/children/identity/register-on-paper.ts';
import { askRight } from '#app/domain/children/identity/rights.ts';
import { drawnPhoto } from './drawings.ts';
import { by, dayOf, type Stage } from './stage.ts';

const binhu = '340111400';

/** 演示用的码: fixed words, so that whoever looks at the demonstration can come in as a child. */
export const demoCodes = { class: '风筝 海豚 2026', teenClass: '小船 星星 2026', card: '小鹿 气球 2026', pictures: ['kite', 'dolphin', 'star', 'moon'] } as const;

const yes = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };

/** 一家人: a guardian with a child of nine and one of five, class codes, a slip still out, one who asks to look and one request in writing. */
export async function registerFamily(stage: Stage, day: number): Promise<{ nine: string; five: string; classCode: string }> {
  const worker = by(stage, 'binhu-worker', { day });
  const days = { validFrom: dayOf(stage, day), validTo: dayOf(stage, 180), mostUses: undefined };
  const { id: classCode } = await issueCode(worker, binhu, { layer: 'primary', label: '三（2）班（示例）', ...days }, demoCodes.class);
  await issueCode(worker, binhu, { layer: 'teen', label: '初中观察员（示例）', ...days }, demoCodes.teenClass);
  await issueSlip(by(stage, 'binhu-worker', { day: 0 }), binhu, '贺知微（示例）');

  const guardian = by(stage, 'guardian', { day: day + 1 });
  const year = Number(stage.today.slice(0, 4));
  const born = (age: number) => `${year - age}-01-15`;
  const nine = await registerChild(guardian, { name: '李晴川（示例）', nickname: '小雨点', birthday: born(9), relation: 'mother', ...yes });
  const five = await registerChild(guardian, { name: '李乐天（示例）', nickname: '小太阳', birthday: born(5), relation: 'mother', ...yes, registrationChild: null, participationGuardian: null, participationChild: null });
  const scan = { name: '同意书（示例）.jpg', content: await drawnPhoto(41) };
  await registerOnPaper(worker, binhu, { name: '周一鸣（示例）', nickname: '小石头', birthday: born(8), ...yes }, scan);
  await makeCard(guardian, nine, demoCodes.pictures, demoCodes.card);
  await answerConsent(guardian, nine, { purpose: 'exhibition', guardian: true, child: true });
  await answerConsent(guardian, nine, { purpose: 'portrait', guardian: true, child: false });
  await correctChild(guardian, nine, { name: '李晴川（示例）', nickname: '小雨点', birthday: born(9) });
  await askRight(by(stage, 'guardian', { day: -3 }), nine, { kind: 'explain', words: '孩子的问卷会不会交给学校？（示例）' });
  await askAccess(by(stage, 'binhu-worker', { day: -1 }), binhu, { childId: nine, reason: '为孩子办理观察员证，需要核对姓名（示例）', hours: 2 });
  return { nine, five, classCode };
}
