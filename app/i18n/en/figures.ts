import type zh from '../zh-CN/figures.ts';

export default {
  title: 'Where the figures come from',
  byHand: 'Recorded by people, or reported level by level.',
  from: 'Taken from', when: 'When it changes', counted: 'How it is counted',
  facts: {
    'suggestions-adopted': ['Suggestions of children', 'of the suggestions answered this year, those adopted or partly adopted; merged, taken back and protected ones do not count'], 'suggestions-fulfilled': ['Suggestions of children', 'of the suggestions adopted this year, those done and told to the children'], 'suggestions-in-time': ['Suggestions of children', 'of the suggestions received this year whose answer was due, those answered in time'],
    'councils-founded': ['Children’s councils', 'councils that are not closed'], 'council-sessions': ['Children’s councils', 'sessions held this year'], 'motions-answered': ['Children’s councils', 'of the motions put this year whose answer was due, those answered in time'], 'supporters-checked': ['Children’s councils', 'of the serving supporters, those whose background check is in force'],
    observers: ['Young observers', 'children who came to a round this year, each once'], 'solicitations-held': ['Solicitations', 'begun this year and not called off'], 'works-handed-in': ['Solicitations', 'works handed in this year, one attendance each'],
    'spaces-open': ['Spaces for children', 'spaces that are registered and open'], 'spaces-inspected': ['Spaces for children', 'of the open spaces, those whose inspection is not overdue'], 'routes-published': ['Spaces for children', 'safe ways to school that are published'],
    'hazards-reported': ['Hazards', 'reported this year; duplicates do not count'], 'hazards-fixed': ['Hazards', 'of those reported this year and taken up, those confirmed as fixed'], 'walks-held': ['One-metre walks', 'walks closed this year'], 'walks-children': ['One-metre walks', 'children on this year’s walks, once for each walk'],
    'certificates-issued': ['Certificates', 'issued this year and not withdrawn'], 'self-assessments': ['Self-assessments', 'handed in this year'], evaluations: ['Evaluations', 'concluded this year'],
  },
  survey: 'Survey results', surveyCounted: (audience, theme) => `the mean share of “mostly true” over the questions of “${theme}”, asked of “${audience}”; only out of what is public, hidden cells are left out`,
  updates: 'Changes move the city at once, and every night everything is counted anew; what is reported once a year is told by quarters until the year is over.', surveyUpdates: 'When a survey is over and its results are written down, and again when small communities are put together.',
  rollUp: 'Up the regions', rules: { sum: 'The regions below are added', share: 'Numerators and denominators are added and divided anew; a region that gives none counts as not reported', never: 'Not added' },
  year: 'Figures within a year count from its beginning, so the year is its last part.',
  derived: 'Figures that followed by themselves',
  columns: { place: 'Region', period: 'Period', value: 'Outcome', by: 'From', state: 'Use' },
  ways: ['the work', 'added up'],
  places: (many) => `from ${many} ${many === 1 ? 'place' : 'places'}`, rounds: (many) => `from ${many} ${many === 1 ? 'round' : 'rounds'}`, parts: (reported, expected) => `${reported} of ${expected} below reported`,
  states: { stands: 'Stands', partial: 'Not complete, no figure', beside: (said) => `Not used: ${said} stands`, differs: (said) => `Differs: ${said} stands`, waiting: 'Does not stand yet', waitsForNight: (at) => `Does not stand yet; counted anew every day at ${at}`, waitsForSum: 'Does not stand yet; added up anew every minute' },
  none: 'Nothing has been worked out yet.',
  nation: 'Nation',
} satisfies typeof zh;
