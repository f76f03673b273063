import { button, field, h, sayLine } from '#app/enhance/phone/draw.ts';
import { heading } from '#app/enhance/phone/locked-door.ts';
import type { App, Screen } from './app.ts';
import { words } from './words.ts';

/** 这张照片: it lies on the phone already; a sentence may be added as long as it has not left. */
export const screenPhoto: Screen = (app, kept, of) => {
  const seq = Number(of);
  const walkId = kept.pack.walk.id;
  const said = words.photo;
  const written = app.book.entryAt(seq);
  const entry = written?.entry.kind === 'photo' && written.walkId === walkId && !written.isOffered ? written.entry : undefined;
  const back = `/walk/${walkId}${entry?.point ? `#look/${entry.point}` : ''}`;
  if (!entry) return [heading(said.title), h('p', {}, said.gone), h('p', {}, h('a', { class: 'btn', href: back }, words.back))];
  app.held = seq;
  const note = h('textarea', { class: 'in', rows: 2, maxlength: 120 }, entry.note);
  const line = sayLine();
  const leave = () => {
    app.held = null;
    app.go(back);
  };
  const keep = button(said.keep, async () => {
    try {
      await app.book.describe(seq, note.value.trim());
      leave();
    } catch {
      line.textContent = words.notSaved;
    }
  }, 'wide');
  const view = h('div', { class: 'view' });
  void show(app, walkId, seq, view);
  return [
    heading(said.title),
    h('div', { class: 'card' }, view, h('p', { class: 'saidline ok' }, said.kept), field(said.note, note, said.noteHint), line, h('p', { class: 'row' }, keep, button(said.drop, async () => {
      await app.book.takeBack(walkId, seq);
      leave();
    }, 'plain'))),
  ];
};

/** The picture lives only as long as the screen. */
async function show(app: App, walkId: string, seq: number, view: HTMLElement): Promise<void> {
  const photo = app.book.photoAt(walkId, seq);
  const bytes = photo && (await app.book.bytesOf(photo.id));
  if (!bytes) return;
  const url = URL.createObjectURL(new Blob([bytes], { type: photo.mediaType }));
  view.append(h('img', { src: url, alt: words.photo.alt, onload: () => URL.revokeObjectURL(url) }));
}
