import type zh from '../zh-CN/scorecard.ts';

/** The scorecard for everybody. */
export default {
  title: (place) => `Child-friendly scorecard: ${place}`,
  lead: 'What the action plan promised children, and how far it is. What was not reported is called “not reported”: it counts neither as kept nor as not kept.',
  none: 'No action plan is published here yet, so there is no scorecard.', plans: 'See the action plans of other places',
  example: 'Example', exampleWhy: 'This is a demonstration: all figures are invented, do not quote them. Where the targets come from stands in the notes of the plan.',
  years: 'Year', year: (year) => String(year), of: (place) => `Under the plan of ${place}`,
  child: { title: 'A page for children', text: 'Pictures and short sentences, with pinyin, read aloud if you like.', open: 'Open the children’s page' },
  numbers: { title: 'All in all', all: 'Promises', done: 'Kept', behind: 'Behind', missing: 'Not reported', hidden: 'Not shown', items: '', demo: 'invented' },
  areas: ['Other', 'To be valued and respected', 'To be heard', 'Care, school and health', 'Safe and clean places', 'Family, play and leisure'],
  sentence: (kept) => `${kept.all} promised: ${[kept.done > 0 ? `${kept.done} kept` : '', kept.going > 0 ? `${kept.going} on track` : '', kept.behind > 0 ? `${kept.behind} behind` : '', kept.missing > 0 ? `${kept.missing} not reported` : '', kept.later > 0 ? `${kept.later} not due yet` : '', kept.hidden > 0 ? `${kept.hidden} not shown, to protect children in small places` : ''].filter(Boolean).join(', ')}.`,
  areasTitle: 'Five areas', areasLead: 'One square is one promise.', key: { done: 'Kept', going: 'On track', behind: '▼ Behind, ▼▼ far behind', missing: 'Not reported', later: 'Not due yet', hidden: 'Not shown, to protect children in small places' },
  official: (name) => `Official name: ${name}`, table: { name: 'Promise', target: 'Target', actual: 'Now', state: 'State', period: 'Figure of' },
  lights: { reached: 'Kept', 'on-path': 'On track', behind: 'Behind', 'far-behind': 'Far behind', 'no-figure': 'Not reported', 'not-due': 'Not due yet', 'not-asked': '—', hidden: 'Not shown' },
  small: 'Not shown, to protect children in small places', toHold: (line) => `Must hold ${line}; any less is behind`, byNow: (line) => `Expected by then: ${line}`, done: 'Done', doneIn: (year) => `Due in ${year}`, notDone: 'Not done yet', missing: 'Not reported',
  districts: 'Scorecards of the districts', data: 'Data and sources', whole: 'The whole plan with the source of every figure', json: 'All data (JSON)', up: (place) => `Scorecard of ${place}`,
  how: 'Grouped by the five goal areas of UNICEF’s child friendly cities. The state compares what was reached with what should have been reached by the end of the period the figure is of. More than 5% short counts as behind; what must be held counts as behind as soon as it is below its line. Figures of so few people that somebody could be recognised, and figures from which such a one could be worked out, count only as “not shown”: whether the promise was kept is not said.',
} satisfies typeof zh;
