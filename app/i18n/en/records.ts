import type zh from '../zh-CN/records.ts';

export default {
  title: 'Records',
  lead: 'Every change leaves one line, saved together with it. Lines are only added, never altered or removed.',
  history: 'What happened',
  none: 'No records yet.',
  empty: 'No records match. Widen the days, or reset and search again.',
  system: 'System',
  visitor: 'Visitor',
  colon: ': ',
  person: 'Person',
  personHint: 'Name or account id',
  event: 'Event',
  from: 'From',
  to: 'To',
  subject: 'Id of the subject',
  when: 'Time (Beijing)',
  what: 'What was done',
  facts: 'Details',
  request: 'Request number',
  only: 'Only this one',
  squares: { done: 'Done', now: 'Now', next: 'Not yet', rest: 'Rest day', late: 'Late' },
} satisfies typeof zh;
