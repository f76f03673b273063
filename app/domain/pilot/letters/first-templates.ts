import type { LetterKind, LetterText } from './model.ts';

/** 初始模板: what counts until somebody saves a version of their own. */
export const firstTemplates: Record<LetterKind, { zh: LetterText; en: LetterText }> = {
  return: {
    zh: {
      title: '关于补正试点申报材料的通知', to: '{申报单位}：',
      body: '你单位为{试点单位}提交的“{批次}”申报材料（编号{申报编号}，{提交日期}提交）收悉。经资料核验，下列事项需要补正：\n{退回事项}\n请于{补正期限}前登录系统修改有关内容并重新提交。只需修改上述事项，其余内容已经保存。逾期未补正的，视为本批次不再申报。\n特此通知。',
    },
    en: {
      title: 'Notice to complete the pilot application', to: '{applicant}:',
      body: 'Your application for {unit} under “{call}” (number {application number}, submitted on {date of submission}) has been received. The completeness check found that the following must be put right:\n{returned items}\nPlease sign in, change these items and submit again by {last day to correct}. Only these items need to be changed; everything else is kept. An application not completed by then does not take part in this call.',
    },
  },
  acceptance: {
    zh: {
      title: '关于同意{试点单位}开展儿童友好社区试点的函', to: '{申报单位}：',
      body: '你单位为{试点单位}提交的“{批次}”申报（编号{申报编号}）已经专家评审，并于{决定日期}作出决定：同意列为儿童友好社区试点，按程序公示。\n评审意见：{决定理由}\n得分：{得分}\n合格线：{合格线}\n主要优点：{优点}\n改进建议：{建议}\n评审看到的逐项结论，可登录系统在“评审决定说明”中查看下载。\n公示无异议后，请按照《儿童友好社区建设规范》和申报的行动计划组织实施。\n特此函告。',
    },
    en: {
      title: 'Acceptance of {unit} as a child-friendly community pilot', to: '{applicant}:',
      body: 'Your application for {unit} under “{call}” (number {application number}) has been reviewed by experts. On {date of decision} it was decided to accept it as a child-friendly community pilot, subject to public notice.\nReasons: {reasons}\nScore: {score}\nPass mark: {pass mark}\nStrengths: {strengths}\nAdvice: {advice}\nThe findings item by item can be read and downloaded in the system, under “Explanation of the decision”.\nIf no objection stands after the notice, please carry out the action plan of your application in line with the standard for child-friendly communities.',
    },
  },
  refusal: {
    zh: {
      title: '关于{试点单位}试点申报评审结果的函', to: '{申报单位}：',
      body: '感谢你单位为{试点单位}参加“{批次}”申报（编号{申报编号}）。经专家评审，{决定日期}作出决定：本批次暂不列为试点。\n理由：{决定理由}\n得分：{得分}\n合格线：{合格线}\n未达到或部分达到的条款：{未达条款}\n主要优点：{优点}\n改进建议：{建议}\n逐项结论可登录系统在“评审决定说明”中查看下载。\n欢迎在后续批次再次申报，已填写的内容会自动带入。对结果有疑问的，可以向本办公室咨询。\n特此函告。',
    },
    en: {
      title: 'Result of the pilot application of {unit}', to: '{applicant}:',
      body: 'Thank you for applying on behalf of {unit} under “{call}” (number {application number}). After review by experts it was decided on {date of decision} not to include it in this call.\nReasons: {reasons}\nScore: {score}\nPass mark: {pass mark}\nNot met or partly met: {items not met}\nStrengths: {strengths}\nAdvice: {advice}\nThe findings item by item can be read and downloaded in the system, under “Explanation of the decision”.\nYou are welcome to apply again in a later call; what you have filled in will be carried over. For questions about the result please turn to this office.',
    },
  },
  notice: {
    zh: {
      title: '关于公示儿童友好社区试点名单的通知', to: '{申报单位}：',
      body: '{试点单位}（申报编号{申报编号}）已列入“{批次}”拟定试点名单，公示期为{公示开始}至{公示结束}。\n请在辖区内做好告知。公示期内收到的异议，由本办公室核实答复。\n特此通知。',
    },
    en: {
      title: 'Public notice of the list of child-friendly community pilots', to: '{applicant}:',
      body: '{unit} (application {application number}) stands on the list of intended pilots under “{call}”. The public notice runs from {notice from} to {notice to}.\nPlease make it known in your area. Objections received during the notice are examined and answered by this office.',
    },
  },
};
