import type { Db } from '#app/db/db.server.ts';
import { countByAge } from '#app/domain/children/identity/counts.ts';
import { decideAssessment, submitAssessment } from '#app/domain/children/impact-assessments/decide-assessment.ts';
import type { Content, Leftover, Purpose, Trigger } from '#app/domain/children/impact-assessments/model.ts';
import { writeAssessment } from '#app/domain/children/impact-assessments/write-assessment.ts';
import { enablePartner, enterPartner } from '#app/domain/children/sharing/keep-partner.ts';
import type { PartnerKind } from '#app/domain/children/sharing/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { ctxOf, person } from './world.ts';

const office = (db: Db) => ctxOf(db, person('programme-officer', '*', 'office'));

/** How many children of a place have an account. */
export async function childrenIn(ctx: Ctx, regionCode: string): Promise<number> {
  const { under14 = 0, from14 = 0, grown = 0 } = (await countByAge(ctx, new Date(ctx.now.getTime() + 1), beijingDay(ctx.now))).get(regionCode) ?? {};
  return under14 + from14 + grown;
}

/** An assessment written by one person and, unless it is to stop before, approved by another. */
export async function assess(db: Db, { purposes = ['survey-identity'], triggers = ['sensitive'], regionCode = '*', until = 'approved', left = 'low' }: {
  purposes?: Purpose[]; triggers?: Trigger[]; regionCode?: string; until?: 'draft' | 'submitted' | 'approved'; left?: Leftover;
}): Promise<string> {
  const content: Content = {
    title: '记名调查', purpose: '把两次问卷连起来看变化', purposes, triggers, dataKinds: ['answers'], lawfulness: '监护人和孩子的单独同意', necessity: '不连起来看不出变化',
    risks: [{ risk: '答案被认出', likelihood: 2, impact: 3, measure: '两次问卷用编号连接', left }], conclusion: '风险低，可以开始', validUntil: '2027-08-31',
  };
  const id = await writeAssessment(office(db), regionCode, content);
  if (until !== 'draft') await submitAssessment(office(db), id);
  if (until === 'approved') await decideAssessment(ctxOf(db, person('security-admin', '*', 'security')), id, { outcome: 'approve', note: '' });
  return id;
}

/** A body that may receive names and answers under a contract of two years; enabled when it is asked for. */
export async function partner(db: Db, { kind = 'provided', regionCode = '*', enabled = false }: { kind?: PartnerKind; regionCode?: string; enabled?: boolean }): Promise<string> {
  const id = await enterPartner(office(db), {
    regionCode, kind, name: '青苗儿童发展中心', creditCode: '', contact: '联系人 张三', contract: 'HT-2026-01', scope: '为孩子做心理支持', duties: '加密保存，期满删除，不得转委托', fields: ['name', 'answers'], validFrom: '2026-01-01', validTo: '2027-12-31',
  });
  if (enabled) await enablePartner(ctxOf(db, person('programme-officer', '*', 'office-2')), id, await assess(db, { triggers: [kind === 'entrusted' ? 'entrust' : 'provide'] }));
  return id;
}
