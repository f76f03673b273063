import type zh from '../zh-CN/serving.ts';

export default {
  title: 'Find by rule, outline and UNICEF goal', lead: 'Choose a rule of the standard, an indicator of the national outline or a goal area of UNICEF, and see which indicators and which cities’ actions serve it.',
  forRule: 'Indicators and actions that serve this rule', moreForRule: 'Look at another', allForRule: 'See all plans', none: 'No indicator serves this yet.', noPlan: 'No published plan has this indicator yet.', notHere: 'No plan on this page has this indicator.',
  frames: { standard: 'Rules of the standard', outline: 'Indicators of the national outline', unicef: 'Goal areas of UNICEF' }, unserved: ' (no indicator yet)', choose: 'Please choose one.', look: 'Look', serves: (what) => `What serves “${what}”`, counts: (indicators, actions) => `${indicators} ${indicators === 1 ? 'indicator' : 'indicators'}, ${actions} ${actions === 1 ? 'action' : 'actions'}`, onPage: (indicators, actions) => `${indicators} ${indicators === 1 ? 'indicator' : 'indicators'}; ${actions} ${actions === 1 ? 'action' : 'actions'} on this page, plans published last first`,
} satisfies typeof zh;
