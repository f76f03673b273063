/** Words that all child pages have. */
export default {
  home: 'Children’s home page',
  pinyinOn: 'Pinyin: on',
  pinyinOff: 'Pinyin: off',
  listen: 'Read it to me',
  stop: 'Stop',
  takeBack: 'I want to take this back',
  complain: 'Something here bothers me',
  states: { done: 'done', now: 'here now', next: 'not yet' },
  help: {
    title: 'Does someone scare you or make you sad?',
    adult: 'Tell a grown-up you trust right away: your family, a teacher, or the person who helps children in your community.',
    call: 'You can also call.',
    more: 'Who else can help',
  },
  layerLabel: 'How old I am', layerPick: 'Choose my age',
  layers: { 'with-grown-up': '0–6, with a grown-up', primary: '7–12', teen: '13–18' },
  ages: { 'with-grown-up': '0–6', primary: '7–12', teen: '13–18' },
  agesOf: { 'with-grown-up': 'with a grown-up', primary: 'years old', teen: 'years old' },
  failure: { title: 'This page does not open', notFound: 'We could not find this page.', broken: 'Something went wrong here. Come back in a while.', home: 'Back to the start', plate: 'Type my plate', enter: 'I have a code' },
  grownUpSite: 'The grown-ups’ website',
  grownUp: 'For grown-ups:',
  teen: {
    takeBack: 'Take it back',
    complain: 'Complain about this page',
    help: { title: 'In danger, or feeling bad?', adult: 'Tell an adult you trust first: your family, a teacher, the community’s children’s director.', call: 'You can also call these numbers yourself; you need nobody’s permission.', more: 'What each number is for' },
  },
};
