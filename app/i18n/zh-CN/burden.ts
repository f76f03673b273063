import type { Form } from '#app/domain/base/burden/model.ts';

/** 负担表: what forms ask of communities. */
export default {
  title: '负担表', lead: '各地填报时，被问了多少项，其中多少项自动带出、多少项用了已有佐证，多少项要重新写。同样的材料不应再问第二遍。',
  forms: { application: '试点申报', 'self-assessment': '自评', 'progress-report': '进展报告', plan: '建设计划', case: '案例', evidence: '佐证', figures: '指标填报' } satisfies Record<Form, string>,
  form: '表单', place: '地方', month: '月份', handIns: '提交份数', asked: '问了', prefilled: '自动带出', reused: '用已有佐证', written: '重新填写', spared: '少填', each: '平均每份要写',
  fields: (n: string) => `${n} 项`, percent: (n: number) => `${n}%`, none: '—',
  byForm: '按表单', byPlace: '按地方', byMonth: '按月', from: '自', to: '至', allForms: '全部表单', region: '地区', empty: '这段时间还没有提交的表单。各地提交申报、自评或进展报告后，这里会自动计数。',
  chart: (form: string, asked: string, spared: string) => `${form}：问了 ${asked} 项，少填 ${spared}`,
  export: '导出表格', file: '负担表', nation: '全国', deeper: (name: string) => `看${name}的下一级`,
  again: { title: '重复索要的题', lead: '下面的题在问系统已经掌握的数据，批次不能发布。请在题集里给它标上数据来源（fact），由系统自动带出，或把题删去。', line: (label: string, fact: string) => `“${label}”：系统已有“${fact}”` },
};
