import type { PointId } from '#app/domain/service/walks/model.ts';
import { button, callout, field, h, link, sayLine } from '#app/enhance/phone/draw.ts';
import { heading } from '#app/enhance/phone/locked-door.ts';
import type { App, Screen } from './app.ts';
import { drawn } from './drawn.ts';
import type { Kept } from './notebook.ts';
import { photoButton } from './photo-button.ts';
import { nextOpen, progressOf } from './pile.ts';
import { locale, words } from './words.ts';

/** 大人的页面: where the group is, how far it has come, and the way to the children's screens. */
export const screenWalk: Screen = (app, kept) => {
  const { walk, points } = kept.pack;
  const said = words.walk;
  const ids = points.map(({ id }) => id);
  const deeds = app.book.deeds(walk.id);
  const { times, taps, photos, seen, all } = progressOf(ids, deeds);
  const next = nextOpen(ids, deeds) ?? ids[0];
  const unsent = app.book.unsent(walk.id);
  return [
    ...(app.book.walks.size > 1 ? [h('p', { class: 'small' }, link('/walk#list', `‹ ${words.list.title}`))] : []),
    heading(walk.place), h('p', {}, `${walk.community} · ${walk.day}`),
    callout('warn', h('p', {}, said.safety)),
    h('section', { class: 'card' },
      spotChoice(app, kept),
      h('p', {}, h('b', {}, said.seen(seen, all)), ` · ${said.taps(taps, photos)}`),
      h('progress', { max: Math.max(1, all), value: seen, 'aria-label': said.progress }),
      h('p', { class: 'row' }, h('a', { class: 'btn', href: `/walk/${walk.id}#look/${next}` }, taps > 0 ? said.go : said.begin))),
    h('section', { class: 'card' }, photoButton(app, walk.id, null, said.photo), undoButton(app, walk.id)),
    h('p', { class: 'row' }, h('a', { class: 'btn quiet', href: `/walk/${walk.id}#send` }, said.send, unsent > 0 && ` · ${words.unsent(unsent)}`)),
    h('h2', {}, said.points),
    h('ul', { class: 'pointlist' }, points.map((point) => h('li', {}, h('a', { href: `/walk/${walk.id}#look/${point.id}` }, drawn(point.drawing, 44), h('span', {}, point.text[locale], h('small', {}, said.times(times(point.id as PointId)))))))),
  ];
};

/** 在哪里: chosen by hand from the parts of the way; the phone is asked for no place. */
function spotChoice(app: App, { pack, spot }: Kept): HTMLElement | false {
  if (pack.spots.length === 0) return false;
  const box = h('select', { class: 'in', onchange: () => void app.book.amend(pack.walk.id, { spot: box.value || null }) },
    pack.spots.map(({ id, name }) => h('option', { value: id, selected: id === spot }, name[locale])), h('option', { value: '', selected: spot === null }, words.walk.anywhere));
  return field(words.walk.where, box);
}

function undoButton(app: App, walkId: string): HTMLElement {
  const line = sayLine();
  const undo = button(words.walk.undo, async () => {
    const last = app.book.deeds(walkId).at(-1);
    if (last) await app.book.takeBack(walkId, last.seq);
    app.redraw();
    line.textContent = last ? words.walk.undone : words.walk.nothing;
  }, 'plain');
  return h('div', {}, undo, line);
}
