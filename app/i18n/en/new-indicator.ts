import type zh from '../zh-CN/new-indicator.ts';

export default {
  start: 'New indicator', title: 'New indicator', make: 'Make',
  lead: 'Only what the library does not have: search first, one thing has one indicator. Once made, actions and plan tables know it by its name.',
  what: 'Its name and what it counts', how: 'How it is reckoned', who: 'Who reports it, how often', speaks: 'What it speaks to',
  whatNote: 'Kind, unit and accumulation stay for ever.', speaksNote: 'All optional. What you name here shows the indicator on the page of the rule.',
  everybody: 'the whole country', region: 'Used in',
  regionHint: 'Only this region and those below it can use it.',
  code: 'Code', codeHint: 'Left empty, the region gives it one, such as C3401-1. Your own begins with C, the code of the region and a hyphen; letters and figures after it, 20 signs at most.',
  enHint: 'Left empty, the Chinese is used for now.', unit: 'Unit', unitHint: 'For a share choose %, ‰ or per thousand. A paper that is issued has no unit: its kind is milestone.', accumulation: 'Accumulation',
  partsHint: 'A share needs its numerator and denominator (or a formula), so that every place reckons alike.', least: 'At least', most: 'At most', boundsChangeHint: 'Figures outside are stopped when they are reported; empty means no limit on that side. A share without its most is no longer stopped where the numerator exceeds the denominator.', boundsHint: 'Figures outside are stopped when they are reported; for a share, empty means 0 to 100.',
  formulaHint: 'Only where other indicators give it; then nobody fills it in. Such as A09-1 / A06-2; total(A09-1) adds the years. Units are checked; a share is not multiplied by 100.',
  dimensions: 'Groups', dimension: { age: 'Age', gender: 'Gender', mode: 'Way' }, groupsOf: (names) => ` (${names.join(', ')})`,
  standard: 'Rules of the standard', standardHint: 'With spaces or commas between, such as B2.3 A3.1.', outline: 'Indicators of the national outline', outlineHint: 'Such as H-10 W-1.', unicef: 'Goal areas of UNICEF', reason: 'Why it is needed', reasonHint: 'Such as: new in action 8 of the three-year plan.',
  made: 'Made.', region_: 'Scope', scope: 'For', ofEverybody: 'everybody', filter: { rule: 'Rule', outline: 'Outline', unicef: 'UNICEF goal' },
  forRule: (rule) => `Indicators that serve rule ${rule}`,
  formula: {
    things: 'things', bare: 'a ratio', unreadable: (at, rest) => `From sign ${at}, “${rest}”, it cannot be read. It may have codes of indicators, figures, + - * /, brackets and total(code).`,
    unfinished: 'It is not finished, or a bracket is open.', tooLong: 'Too long; 400 signs at most.', itself: 'It comes round to this indicator itself.', unknown: (codes) => `The library has no ${codes.join(', ')}.`,
    adds: (left, right) => `“${left}” and “${right}” are not alike and cannot be added.`, outcome: (got, unit) => `The outcome is “${got}”, the unit of this indicator “${unit}”. Check the formula, or choose another unit.`,
    scaled: (by, unit) => `The unit is “${unit}” and is reckoned by itself: leave out “× ${by}”, or it is ${by} times too much.`,
  },
  wrong: {
    parts: 'The unit is a share: name its numerator and denominator, or write a formula.', half: 'Numerator and denominator go together.', bounds: 'The least must be below the most.', milestone: 'A milestone has no numerator, denominator, formula, groups or bounds; leave them empty.', named: (code) => `Indicator ${code} has this name already: use it, or choose a name that says more.`,
    rule: (ids) => `The standard has no ${ids.join(', ')}.`, outline: (codes) => `The library has no ${codes.join(', ')}.`, many: (most) => `This region has ${most} indicators of its own already, and may have no more. Use what the library has; if that is really not enough, ask the programme office for one that is everybody's.`, dimension: (given) => `There are no groups “${given.join('”, “')}”; tick only what is listed.`,
    prefix: (start) => `A region's own codes begin with ${start}; or leave it empty and it gets one.`, code: 'This code is taken; choose another.', direction: 'A milestone goes towards done, a figure any other way.',
  },
  define: 'Make this indicator', servesTitle: 'Indicators and actions that serve this rule', servesNone: 'No indicator speaks to this rule yet.', servesIn: (plan) => plan, servesPlace: 'Place', servesStands: 'How it stands', plan: 'Plan', action: 'Action', indicator: 'Indicator',
} satisfies typeof zh;
