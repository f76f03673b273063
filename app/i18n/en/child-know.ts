/** What children want to know. */
export default {
  title: 'I want to know',
  lead: 'Here we tell you what grown-ups are going to do.',
  none: 'Nothing yet. Come back in a few days.',
  nation: 'The whole country',
  toldBy: (place: string, who: string, day: string) => `${place} · ${who} · ${day}`,
  inChinese: 'This was written in Chinese by the people of the place.',
  next: 'Finished reading?',
  say: 'I have something to say',
  more: 'Read something else',
  otherAge: (layer: string) => `For another age: ${layer}`,
  adultText: (name: string) => `What adults read: ${name}`,
  teen: { lead: 'Notices that concern you, in plain words; the original can be opened as well.', none: 'Nothing has been written for your age yet.', next: 'After reading', say: 'Say what I think', more: 'Back to the list' },
};
