import type zh from '../zh-CN/events-city.ts';

export default {
  'indicator.imported': 'Imported the indicators',
  'indicator.defined': 'Changed the definition of an indicator',
  'value.recorded': 'Recorded a figure of an indicator',
  'value.corrected': 'Corrected a figure of an indicator',
  'value.known': 'Recorded the same figure of an indicator again',
  'city-plan.started': 'Began an action plan',
  'city-plan.edited': 'Changed an action plan',
  'city-plan.action-saved': 'Saved an action of a plan',
  'city-plan.action-removed': 'Removed an action of a plan',
  'city-plan.copied': 'Copied an action plan to the next years',
  'city-plan.published': 'Published an action plan',
  'city-plan.revised': 'Revised an action plan',
  'city-plan.closed': 'Closed an action plan',
  'city-plan.task-marked': 'Marked how far a task of a plan is',
  'city-plan.divided': 'Divided the targets of a plan among districts',
} satisfies typeof zh;
