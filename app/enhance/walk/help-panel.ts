import { h } from '#app/enhance/phone/draw.ts';
import type { Kept } from './notebook.ts';
import { say } from './say.ts';
import { kid, locale } from './words.ts';

/** 求助: the trusted grown-up first, then the numbers of the region; as on every child page, and without a network too. */
export function helpPanel({ pack }: Kept): HTMLElement {
  const { lines, adult } = pack.help[locale];
  return h('section', { class: 'helppanel on-board', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, say(kid.help.title, pack.readings)), h('p', {}, say(adult || kid.help.adult, pack.readings)), h('p', {}, say(kid.help.call, pack.readings)),
    h('ul', { class: 'tel' }, lines.map(({ number, what }) => h('li', {}, h('a', { href: `tel:${number}` }, h('b', {}, number), what)))));
}
