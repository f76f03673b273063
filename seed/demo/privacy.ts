import { fileReport } from '#app/domain/children/compliance/file-report.ts';
import { takeStock } from '#app/domain/children/compliance/take-stock.ts';
import { answerConsent } from '#app/domain/children/identity/answer-consent.ts';
import { decideAssessment, submitAssessment } from '#app/domain/children/impact-assessments/decide-assessment.ts';
import type { Content } from '#app/domain/children/impact-assessments/model.ts';
import { writeAssessment } from '#app/domain/children/impact-assessments/write-assessment.ts';
import { PartnerInput, ShareInput } from '#app/domain/children/sharing/input.ts';
import { enablePartner, enterPartner } from '#app/domain/children/sharing/keep-partner.ts';
import { enterShare } from '#app/domain/children/sharing/record-share.ts';
import { settleShare } from '#app/domain/children/sharing/settle-share.ts';
import { daysBetween } from '#app/platform/dates.ts';
import { by, dayOf, type Stage } from './stage.ts';

const [binhu, baohe] = ['340111400', '340111'];

/** 个人信息保护示例: assessments in each state, two partners, shares that run, are over and are settled, the report of the year before filed; names, contracts and receipts are invented. */
export async function keepPrivacy(stage: Stage, nine: string): Promise<void> {
  const assessed = async (username: string, place: string, day: number, content: Content) => {
    const id = await writeAssessment(by(stage, username, { day }), place, content);
    await submitAssessment(by(stage, username, { day: day + 1 }), id);
    return id;
  };
  const approve = async (id: string, day: number) => void (await decideAssessment(by(stage, 'secadmin', { day, at: '15:00' }), id, { outcome: 'approve', note: '措施与风险相称。' }));
  const support = await assessed('baohe', baohe, -38, supportOf(stage));
  await approve(support, -36);
  await assessed('office', '*', -6, { ...supportOf(stage), ...linkedSurveys });
  await writeAssessment(by(stage, 'office', { day: -2 }), '*', { ...supportOf(stage), ...textMessages });

  const partner = PartnerInput.parse({
    regionCode: baohe, kind: 'provided', name: '青苗儿童心理支持中心（示例）', contact: '联系人：时雨（示例）', contract: '包童协 2026-07（示例）', scope: '为提出请求的孩子做一对一的心理支持，不超过十次。', duties: '专人办理，加密保存；不转给别人；期满三十日内删除并出具证明；每年接受一次检查。',
    fields: ['nickname', 'guardian-contact', 'words'], validFrom: dayOf(stage, -60), validTo: dayOf(stage, 500),
  });
  const centre = await enterPartner(by(stage, 'baohe', { day: -35 }), partner);
  await enablePartner(by(stage, 'office', { day: -35, at: '10:00' }), centre, support);
  await enterPartner(by(stage, 'office', { day: -2 }), PartnerInput.parse({ ...partner, regionCode: '*', kind: 'entrusted', name: '短信发送服务商（示例）', contract: '短信 2026-02（示例）', scope: '按我们的指令给监护人发送提醒短信。', fields: ['guardian-contact'] }));

  await answerConsent(by(stage, 'guardian', { day: -30 }), nine, { purpose: 'sharing', guardian: true, child: true });
  const give = (day: number, until: number, over: Record<string, unknown>) =>
    enterShare(by(stage, 'baohe', { day }), ShareInput.parse({ regionCode: binhu, partnerId: centre, fields: ['nickname', 'guardian-contact'], purpose: '孩子和家长请求心理支持，安排第一次谈话（示例）', basis: 'consent', childIds: nine, sharedOn: dayOf(stage, day), expiresOn: dayOf(stage, until), ...over }));
  await give(-28, 90, {});
  const over = await give(-27, -10, { purpose: '报名暑期小组，核对人数（示例）', fields: ['nickname'] });
  await settleShare(by(stage, 'baohe', { day: -8 }), over, { ending: 'deleted', note: '收到删除证明（示例）' });
  await give(-25, -4, { purpose: '转介两次谈话之后的小结（示例）', fields: ['words'] });
  await give(-12, 200, { partnerId: '', receiver: '庐州区人民法院（示例）', basis: 'law', article: 'court', articleNote: '调取通知 2026-31（示例）', childIds: '', childCount: '1', fields: ['words'], purpose: '依法调取与案件有关的材料（示例）' });
  await fileLastYear(stage);
}

/** 去年的报告, where January is long enough ago for the story; the running year is counted as it stands today. */
async function fileLastYear(stage: Stage): Promise<void> {
  const year = Number(stage.today.slice(0, 4));
  const day = daysBetween(stage.today, `${year}-01-20`);
  if (day < 0) {
    await takeStock(by(stage, 'system', { day, at: '00:30' }));
    await fileReport(by(stage, 'office', { day, at: '14:00' }), { regionCode: '*', year: year - 1, filedOn: `${year}-01-20`, receipt: `示例回执 ${year}-0120`, note: '' });
  }
  await takeStock(by(stage, 'system', { day: 0, at: '00:30' }));
}

const supportOf = (stage: Stage): Content => ({
  title: '把孩子转介给心理支持单位（示例）', purpose: '孩子或家长请求心理支持时，把昵称、监护人联系方式和孩子愿意说的话交给签了合同的支持单位，由对方联系家长安排谈话。', purposes: ['sharing'], triggers: ['sensitive', 'provide'], dataKinds: ['nickname', 'guardian-contact', 'words'],
  lawfulness: '每次都要监护人就“提供给别的单位”单独同意，八周岁以上同时问孩子本人；对方是独立的个人信息处理者，合同写明目的、范围和期限。', necessity: '没有联系方式就安排不了谈话；不提供真实姓名、学校和住址，由家长当面告诉对方。',
  risks: [
    { risk: '孩子求助的事被同学、邻居知道', likelihood: 2, impact: 4, measure: '只交给对方的一名专人，加密传送；不经过学校和居民群', left: 'low' },
    { risk: '对方另作他用或者转给别人', likelihood: 2, impact: 3, measure: '合同禁止转给别人，每年检查，违约即终止', left: 'middle' },
    { risk: '事情办完以后对方没有删除', likelihood: 3, impact: 3, measure: '每次登记到期日，到期由经办人确认删除证明', left: 'low' },
  ],
  conclusion: '对孩子有益，提供的信息最少，措施与风险相称，可以开始；一年后重新评估。', validUntil: dayOf(stage, 320),
});
const linkedSurveys: Partial<Content> = { title: '把两轮问卷连起来看变化（示例）', purposes: ['survey-identity'], triggers: ['sensitive'], dataKinds: ['answers'], purpose: '孩子愿意时，用编号把今年和明年的问卷连起来，看社区的改变有没有帮到孩子。' };
const textMessages: Partial<Content> = { title: '委托短信服务商提醒监护人（示例）', purposes: [], triggers: ['entrust'], dataKinds: ['guardian-contact'], purpose: '规则更新、孩子的建议有了回音时，用短信提醒监护人登录查看；短信里不写孩子的事。' };
