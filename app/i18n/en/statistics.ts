import type zh from '../zh-CN/statistics.ts';

export default {
  title: 'Statistics',
  nation: 'China',
  titleOf: (place: string) => `${place}: evaluation of child-friendly communities`,
  lead: 'Results against every rule of the standard, from the nation down to a single community. Each figure says how it is made and up to which moment.',
  none: 'There are no results yet. They appear here once communities have assessed themselves and experts have evaluated them.',
  noneHere: 'There are no results for this choice yet: try another year or stream, or the region above.',
  toNation: 'To the whole nation',
  filters: { year: 'Year', stream: 'Stream', section: 'Section', edition: 'Edition', all: 'All sections', show: 'The map shows' },
  streams: { self: 'Self-assessment', expert: 'Expert evaluation', 'on-site': 'On-site evaluation', whole: 'Whole evaluation' },
  streamsWhy: { self: 'Said by the communities themselves, not verified.', expert: 'Said by experts on the papers.', 'on-site': 'Said by experts on site.', whole: 'Concluded from all streams together.' },
  said: (stream: string, why: string) => `${stream}: ${why}`,
  numbers: {
    title: 'Main figures', communities: 'Communities with results', unit: '', mean: 'Mean score', points: 'of 100', musts: 'Communities that meet every must', unmet: 'Not fully met', percent: '%', demo: 'example',
  },
  map: {
    title: 'Scores by place', label: 'Tile map of the mean score of every province; the figures are in the table beside it', notCounted: 'No results',
    andMore: (from: number) => `${from} and more`, figure: (name: string, value: number) => `${name}: ${value}`,
    note: 'One square for each of the 34 provinces, of equal size; no boundary is claimed. A square leads to its province.', tile: 'Tiles', outline: 'Boundaries', islands: 'South China Sea',
    source: 'Boundaries are a scheme without a map approval number and define nothing.', approval: (number: string) => `Map approval number: ${number}`,
  },
  show: { mean: 'Mean score', communities: 'Communities', musts: 'Share that meets every must' },
  places: {
    title: 'One level down', caption: (place: string) => `Communities and mean score one level below ${place}`, name: 'Region', communities: 'Communities', mean: 'Mean score', musts: 'Every must met',
    empty: (count: number) => `${count} more regions have no results yet.`, rest: 'Counted at this level itself', none: 'The regions one level down have no results yet.',
  },
  sections: { title: 'The five sections', caption: 'Mean score of each section', section: 'Section' },
  spread: { title: 'Spread of scores', caption: 'How many communities score how much', band: 'Score', communities: 'Communities', of: (from: number) => (from === 10 ? '100' : `${from * 10}–${from * 10 + 9}`), noScore: 'No rule applies', share: 'Share' },
  years: { title: 'Year by year', caption: 'Mean score of each year', year: 'Year', communities: 'Communities', mean: 'Mean score', one: 'There are results of one year only, so nothing can be said of a change.', note: 'Each year has other communities and perhaps another edition: compare with the number of communities in mind.' },
  gaps: { title: 'Norms with the widest gaps', caption: 'Share not fully met, by norm', norm: 'Norm', unmet: 'Not fully met', mean: 'Mean score', more: (count: number) => `All ${count} norms` },
  musts: { title: 'Must-rules most often missed', caption: 'Communities that do not fully meet a must-rule', rule: 'Rule', partly: 'Partly', notMet: 'Not met', met: 'Met', unmet: 'Not fully met', none: 'Every must-rule is met.' },
  children: {
    title: 'Children in the pilots', lead: 'Numbers by age band as the pilots gave them when they applied: sums only, nothing of any single child.', caption: (place: string) => `Children in the pilots of ${place}`, place: 'Region', total: 'All',
    bands: { '0-3': '0–3', '4-6': '4–6', '7-12': '7–12', '13-18': '13–18' }, hidden: '*', hiddenLong: 'not shown',
    why: '*: fewer than 10, or a figure from which one under 10 could be worked out; it is not shown.', none: 'The pilots here have not given numbers of children.', own: 'The unit itself',
  },
  one: {
    title: 'Rule by rule', lead: (stream: string, year: number) => `${stream}, ${year}: each seed is a rule.`, flower: 'The flower of the standard in the colours of this community’s result; the figures are in the list beside it',
    under: (met: number, all: number) => `${met} of ${all} met`, counts: (met: number, partly: number, notMet: number, other: number) => `${met} met, ${partly} partly, ${notMet} not met${other ? `, ${other} not applicable or not looked at` : ''}`,
    key: { met: 'met', doing: 'partly met', none: 'not met, or not looked at' }, musts: 'Must-rules not fully met', allMet: 'Every must-rule is met.', concluded: (when: string) => `Concluded ${when}`,
  },
  about: {
    title: 'How the figures are made',
    definitions: [
      ['Mean score', 'The mean over all rules that apply: met counts 100, partly met 50, not met 0. What does not apply or was not looked at is left out.'],
      ['Community', 'A sub-district, township, residents’ or villagers’ committee with a result in this year and stream; each counts once, with its newest result.'],
      ['Meets every must', 'Every rule that says “must” and applies is met.'],
      ['Not fully met', 'Partly met and not met together, as a share of what applies.'],
      ['Spread of scores', 'The score of each community by itself, in steps of ten.'],
      ['Region', 'As regions are today. After a change of regions, earlier results count in the unit that took over.'],
    ],
    query: 'What this page asks', region: 'Region', version: 'Data version',
    versionText: (changes: string, at: string) => `change ${changes}, the last one at ${at} Beijing time`, noVersion: 'no change yet', link: 'Permanent link', linkText: 'The address with year, stream and edition asks the same whenever it is opened',
    files: 'Download', license: 'Free to use; please name Tongyou, the data version and the day you took it.', demo: 'The figures of the demonstration are invented: do not quote them.', api: 'About the API',
    file: { regions: 'Regions one level down (CSV)', rules: 'Every rule (CSV)', children: 'Children (CSV)', map: 'Map (GeoJSON)', json: 'All figures (JSON)' },
  },
  columns: {
    code: 'code', name: 'region', year: 'year', stream: 'stream', edition: 'edition', communities: 'communities', mean: 'mean', allMusts: 'all_musts', item: 'item', kind: 'kind', words: 'words', met: 'met', partly: 'partly',
    notMet: 'not_met', notApplicable: 'not_applicable', unmet: 'unmet_percent', version: 'data_version',
  },
  desk: {
    title: 'Evaluation statistics', lead: 'How far evaluation has come in your region. The public figures are on the statistics pages.', allIn: 'Every pilot of the region has a result.', community: 'Community', place: 'Place', since: 'Pilot since', open: 'Statistics', public: 'Statistics pages',
    done: (done: number, all: number) => `${done} of ${all} pilots have a result`, region: 'Region', none: 'There are no pilots in the region yet.',
  },
} satisfies typeof zh;
