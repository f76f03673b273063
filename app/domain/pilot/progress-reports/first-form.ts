import type { PrefillKind, ReportFormContent, ReportQuestion, ReportQuestionKind } from './model.ts';

type Rest = Partial<Pick<ReportQuestion, 'hint' | 'isRequired' | 'isPublic' | 'options'>>;

const question = (id: string, kind: ReportQuestionKind, zh: string, en: string, from: PrefillKind | null, { hint = { zh: '', en: '' }, isRequired = true, isPublic = false, options = [] }: Rest = {}): ReportQuestion => ({
  id, kind, label: { zh, en }, hint, isRequired, isPublic, from, key: from === 'fact' ? id : '', options,
});

/** 初始报告表: what counts until the office saves a form of its own. */
export const firstForm: ReportFormContent = {
  everyMonths: 6,
  dueDays: 30,
  remindBefore: [7, 1],
  escalateAfter: [7, 30],
  mendDays: 14,
  questions: [
    question('children-0-3', 'number', '0–3 岁儿童数', 'Children aged 0–3', 'fact'),
    question('children-4-6', 'number', '4–6 岁儿童数', 'Children aged 4–6', 'fact'),
    question('children-7-12', 'number', '7–12 岁儿童数', 'Children aged 7–12', 'fact'),
    question('children-13-18', 'number', '13–18 岁儿童数', 'Children aged 13–18', 'fact'),
    question('indoor-area', 'number', '室内儿童空间面积（平方米）', 'Indoor space for children (m²)', 'fact', { isRequired: false }),
    question('outdoor-area', 'number', '户外儿童活动场地面积（平方米）', 'Outdoor play space (m²)', 'fact', { isRequired: false }),
    question('volunteers', 'number', '服务儿童的志愿者人数', 'Volunteers who work with children', 'fact', { isRequired: false }),
    question('new-evidence', 'long-text', '这一期新增的材料', 'Evidence added in this period', 'evidence', { isRequired: false, hint: { zh: '已录入的佐证自动列在这里，不用再交一遍。', en: 'What was entered as evidence is listed here by itself; nothing is handed in twice.' } }),
    question('assessment-changes', 'long-text', '对照细则有哪些变化', 'What changed against the rules', 'assessment', { isRequired: false }),
    question('tasks', 'long-text', '建设任务进展', 'How the planned tasks go on', 'plan', { isRequired: false }),
    question('done', 'long-text', '这一期做成的事', 'What was achieved in this period', null, { isPublic: true, hint: { zh: '三五句话即可。认定后会显示在社区的公开页上，请不要写儿童的姓名。', en: 'A few sentences. Once accepted they stand on the public page of the community: name no child.' } }),
    question('childrens-voice', 'long-text', '儿童提了什么、怎么答复的', 'What children asked for and what they were answered', 'previous', { isRequired: false, isPublic: true }),
    question('difficulties', 'long-text', '困难和需要的支持', 'Difficulties and the support needed', 'previous', { isRequired: false }),
    question('advice', 'choice', '是否需要专家咨询', 'Is advice by an expert wanted', null, { options: [{ zh: '需要', en: 'Yes' }, { zh: '暂不需要', en: 'Not now' }] }),
  ],
};
