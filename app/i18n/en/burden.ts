import type zh from '../zh-CN/burden.ts';

export default {
  title: 'Burden meter', lead: 'How many fields places were asked, how many came filled in, how many were evidence they had, and how many had to be written anew. Nothing should be asked twice.',
  forms: { application: 'Pilot application', 'self-assessment': 'Self-assessment', 'progress-report': 'Progress report', plan: 'Construction plan', case: 'Case', evidence: 'Evidence', figures: 'Figures of indicators' },
  form: 'Form', place: 'Place', month: 'Month', handIns: 'Handed in', asked: 'Asked', prefilled: 'Filled in for them', reused: 'Evidence reused', written: 'Written anew', spared: 'Spared', each: 'To write, each',
  fields: (n: string) => `${n} fields`, percent: (n: number) => `${n}%`, none: '—',
  byForm: 'By form', byPlace: 'By place', byMonth: 'By month', from: 'From', to: 'Until', allForms: 'All forms', region: 'Region', empty: 'Nothing was handed in during this time. Once places hand in applications, self-assessments or reports, they are counted here.',
  chart: (form: string, asked: string, spared: string) => `${form}: ${asked} fields asked, ${spared} spared`,
  export: 'Export as a table', file: 'Burden meter', nation: 'Whole nation', deeper: (name: string) => `One level below ${name}`,
  again: { title: 'Questions that ask again', lead: 'These questions ask for what the system holds, so the call cannot be published. Mark each in the question set with its source (fact), so that it is filled in, or take it out.', line: (label: string, fact: string) => `“${label}”: the system holds “${fact}”` },
} satisfies typeof zh;
