import type zh from '../zh-CN/privacy.ts';

const words: typeof zh = {
  title: 'Protection of children’s data',
  tabs: { report: 'Yearly compliance report', assessments: 'Impact assessments', partners: 'Partners', shares: 'Register of sharing', retention: 'How long data is kept', incidents: 'Incidents', rules: 'Rules' },
};
export default words;
