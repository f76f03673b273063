import type zh from '../zh-CN/survey-results.ts';

export default {
  title: 'Survey results',
  of: (title: string, place: string) => `${place}: ${title}`,
  lead: 'Every percentage stands with its 95% interval: were the survey done again, the true share would mostly lie within it.',
  invented: 'Invented figures',
  facts: {
    audience: 'Who was asked', closedOn: 'Ended on', answered: 'Answered', rate: 'Response rate', wave: 'Round',
    atLeast: (many: number) => `at least ${many}`, rateAtLeast: (share: string, invited: number) => `at least ${share} (${invited} invited)`, hidden: 'Too few to be shown',
  },
  basis: '“Does not apply”, “rather not say” and questions left out are not counted in.',
  themes: { title: 'Themes', lead: 'The mean of the shares of “mostly true” over the questions of a theme. The interval is the most cautious one.', caption: 'Mean share by theme', theme: 'Theme', mean: 'Mean', range: '95% interval', items: 'Questions', shown: (shown: number, all: number) => `${shown} / ${all}`, chart: 'Mean share of “mostly true” by theme; the lines are the 95% intervals.' },
  items: { title: 'Question by question', caption: 'Share of every question', item: 'Question', share: 'Mostly true', range: '95% interval', base: 'Answered', spread: 'Answers by level', or: ' or ', step: (at) => `level ${at}` },
  hidden: 'not shown',
  hiddenWhy: (least: number) => `Counts under ${least} are not shown; whatever would give one away is not shown either, or stands together with the level beside it.`,
  and: ', ',
  more: (many: number) => `${many} more questions`,
  unsaid: 'not said',
  gaps: {
    title: 'Do children and adults say the same?', lead: 'Both were asked about the same thing. Only where the interval leaves out 0 is the gap more than chance.', versus: (children: string, adults: string, day: string) => `${children} and ${adults.toLowerCase()} (the others asked until ${day})`, caption: (children: string, adults: string) => `${children} compared with ${adults.toLowerCase()}`,
    difference: 'Difference (points, 95% interval)', more: 'more than chance', chart: (children: string, adults: string) => `Share of “mostly true” of ${children.toLowerCase()} (dots) and ${adults.toLowerCase()} (diamonds).`, scales: 'Children and adults may have different levels to choose from; the shares of “mostly true” are compared.',
  },
  before: { title: 'Compared with the round before', lead: (title: string, day: string) => `The round before is “${title}”, ended on ${day}. Only questions with the very same words are compared.`, caption: 'Compared with the round before', was: 'Before', now: 'Now', change: 'Change (points, 95% interval)', none: 'No question can be compared.' },
  groups: { title: 'By group', lead: 'Only by what people said of themselves; small groups stand together with others.', caption: (by: string) => `Shares by “${by}”`, who: 'Who' },
  choices: { title: 'What was chosen', caption: (text: string) => text, option: 'Option', people: 'People' },
  reliability: {
    title: 'Do the questions of a theme hang together?', lead: 'Cronbach’s alpha: whether the questions of a theme ask about one thing. For staff only.', caption: 'Reliability by theme', alpha: 'Alpha', says: 'What it says',
    well: 'The questions hang together well and can be read as one theme.', enough: 'The questions hang together and can be read as one theme.', low: 'They hang together poorly: read question by question, not the mean alone.', 'one-item': 'One question only: no figure.', 'too-few': 'Too few answers that can be shown: no figure.', 'no-spread': 'Nearly everybody answers the same: no figure.',
  },
  people: (many: number) => String(many),
  answers: { title: 'Answers one by one', lead: (least) => `For whoever analyses and does not know who answered: one line a sheet, in no order, answers of few people put together, without gender, age, words or days. Not for fewer than ${least} sheets. Who asked and why is kept.`, reason: 'What for', reasonHint: 'Such as “the yearly analysis of the district”.', go: 'Export CSV' },
  files: { title: 'Take along', csv: 'CSV', xlsx: 'Excel', json: 'JSON', child: 'The page for children', print: 'To print, use the print function of the browser.', public: 'Public results', staff: 'Results for staff' },
  columns: { theme: 'Theme', item: 'Question', share: 'Share mostly true', low: 'Lower limit', high: 'Upper limit', yes: 'Mostly true', base: 'Answered', audience: 'Who was asked', closedOn: 'Ended on', place: 'Community', rounds: 'Rounds' },
  frozen: (mark: string) => `Results are written down when a round ends and are never changed. Fingerprint ${mark}`,
  region: {
    title: 'Survey results of many communities', all: 'All my regions', lead: 'Each community counts once a year, with the round that ended last. Sums of what each community can show; communities too small for that are put together by quarter.', year: 'Year', audience: 'Who was asked', region: 'Region', show: 'Show', caption: 'All questions', communities: 'Rounds of the communities', none: 'No results here yet. Try another year or other people.', rounds: (many: number) => (many === 1 ? '1 round' : `${many} rounds`), cut: (many: number) => `Only the newest ${many} rounds are counted. Please choose a smaller region.`, place: 'Community', open: 'See results',
  },
  list: { title: 'Survey results', lead: 'What children, carers and staff say.' },
  will: { title: 'What adults will do', lead: 'Written for children: what will be done and when.', label: 'What will be done', hint: (letters: number) => `One thing a line, at most ${letters} letters each, in words children understand.`, save: 'Tell the children', saved: 'Written. Children can read it now.' },
} satisfies typeof zh;
