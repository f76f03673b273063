import type { Values } from '#app/domain/pilot/visits/package.ts';
import { type App, keeper, keptText } from './app.ts';
import { shrink } from '#app/enhance/phone/photo.ts';
import { attachmentOf, canRecord, record, whereAmI } from './capture.ts';
import { button, field, h, sayLine } from '#app/enhance/phone/draw.ts';
import { clockOf, toMinute, words } from './words.ts';

type About = { visitId: string; ruleId: string | null; only?: readonly string[]; changed?: (sha256: string, isThere: boolean) => Promise<void> };

/** 照片与录音 of a rule or an observation: taking them, seeing them, deleting them. */
export function evidenceBox(app: App, about: About): HTMLElement {
  const list = h('div', { class: 'shots' });
  const fill = () => list.replaceChildren(...shotsOf(app, about).map((shot) => drawShot(app, about, shot, fill)));
  fill();
  return h('div', {}, list, h('div', { class: 'captures' }, photoButton(app, about, fill), canRecord() ? voiceButton(app, about, fill) : h('p', { class: 'hint' }, words.voice.none)));
}

type Shot = { kind: 'photo'; id: string; value: Values['photo'] } | { kind: 'voice'; id: string; value: Values['voice'] };

function shotsOf({ book }: App, { visitId, ruleId, only }: About): Shot[] {
  const isMine = (value: { ruleId: string | null; sha256: string }) => (only ? only.includes(value.sha256) : value.ruleId === ruleId);
  const of = <K extends 'photo' | 'voice'>(kind: K) => Object.entries(book.values(visitId, kind)).map(([id, value]) => ({ kind, id, value }) as Shot);
  return [...of('photo'), ...of('voice')].filter(({ value }) => isMine(value)).sort((a, b) => (a.value.at < b.value.at ? -1 : 1));
}

function photoButton(app: App, about: About, fill: () => void): HTMLElement {
  const line = sayLine();
  const input = h('input', { type: 'file', accept: 'image/*', capture: 'environment', class: 'vh', id: `photo-${about.ruleId ?? 'more'}` });
  const { keep, line: saved } = keeper(async (file: Blob) => {
    const [place, small] = await Promise.all([whereAmI(), shrink(file)]);
    if (!small) return void (line.textContent = words.photo.unreadable);
    const at = new Date().toISOString();
    const made = await attachmentOf(about.visitId, small, 'photo', at, place);
    const { sha256 } = made.note.attachment;
    await app.book.write(about.visitId, 'photo', made.note.id, { sha256, ruleId: about.ruleId, caption: '', at, place }, made);
    await about.changed?.(sha256, true);
    line.textContent = '';
    fill();
  });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    line.textContent = words.photo.working;
    await keep(file);
    if (line.textContent === words.photo.working) line.textContent = '';
    if (line.textContent) saved.textContent = '';
  });
  return h('div', {}, input, h('label', { for: input.id, class: 'btn quiet' }, words.photo.take), h('p', { class: 'hint' }, words.photo.hint), line, saved);
}

function voiceButton(app: App, about: About, fill: () => void): HTMLElement {
  let stop: (() => void) | undefined;
  const { keep, line } = keeper(async ({ blob, seconds, at }: { blob: Blob; seconds: number; at: string }) => {
    const place = await whereAmI();
    const made = await attachmentOf(about.visitId, blob, 'voice', at, place);
    const { sha256 } = made.note.attachment;
    await app.book.write(about.visitId, 'voice', made.note.id, { sha256, ruleId: about.ruleId, caption: '', seconds, at, place }, made);
    await about.changed?.(sha256, true);
    fill();
  });
  const press = button(words.voice.start, async () => {
    if (stop) return stop();
    try {
      const at = new Date().toISOString();
      const going = await record((seconds) => (line.textContent = words.voice.running(clockOf(seconds))));
      stop = going.stop;
      press.textContent = words.voice.stop;
      press.dataset.recording = 'yes';
      addEventListener('visit-drawn', going.stop, { once: true });
      const made = await going.done;
      await keep({ ...made, at });
    } catch {
      line.className = 'saidline bad';
      line.textContent = words.voice.denied;
    } finally {
      stop = undefined;
      press.textContent = words.voice.start;
      delete press.dataset.recording;
    }
  }, 'quiet');
  return h('div', {}, press, h('p', { class: 'hint' }, words.voice.hint), line);
}

function drawShot(app: App, { visitId, changed }: About, shot: Shot, fill: () => void): HTMLElement {
  const { value, id, kind } = shot;
  const note = app.book.notes.get(id);
  const caption = h('input', { class: 'in', id: `caption-${id}`, maxlength: 200, value: value.caption });
  const seen = app.book.revision(visitId, `${kind}:${id}`);
  const line = keptText(caption, (text) => app.book.write(visitId, kind, id, { ...value, caption: text } as never, { seen }));
  const place = value.place ? words.photo.hasPlace(value.place.accuracy ? words.photo.metres(Math.round(value.place.accuracy)) : '') : words.photo.noPlace;
  const hasArrived = note ? note.receipt !== null : app.book.visits.get(visitId)?.pack.arrived.includes(value.sha256);
  const where = hasArrived ? words.photo.arrived(toMinute(note?.receipt?.serverAt ?? value.at)) : words.photo.waiting;
  const view = h('div', { class: 'view' });
  if (note && !note.receipt) void showBytes(app, shot, view);
  return h('div', { class: 'shot', 'data-kind': kind },
    view,
    h('p', { class: 'small' }, kind === 'voice' ? `${words.voice.length(clockOf(shot.value.seconds))} · ` : '', `${toMinute(value.at)} · ${place} · `, h('b', {}, where)),
    h('p', { class: 'print' }, h('code', {}, value.sha256.slice(0, 16))),
    field(kind === 'photo' ? words.photo.caption : words.voice.caption, caption), line,
    note && !note.receipt && button(kind === 'photo' ? words.photo.remove : words.voice.remove, async () => {
      await app.book.write(visitId, kind, id, null, { drop: id, seen });
      await changed?.(value.sha256, false);
      fill();
    }, 'plain small'));
}

/** What is still on the phone can be looked at and heard; the picture lives only as long as the screen. */
async function showBytes(app: App, shot: Shot, view: HTMLElement): Promise<void> {
  const bytes = await app.book.bytesOf(shot.id);
  if (!bytes) return;
  const url = URL.createObjectURL(new Blob([bytes], { type: app.book.notes.get(shot.id)!.attachment.mediaType }));
  const letGo = () => URL.revokeObjectURL(url);
  view.append(shot.kind === 'photo'
    ? h('img', { src: url, alt: words.photo.alt(shot.value.caption, toMinute(shot.value.at)), onload: letGo })
    : h('audio', { src: url, controls: true, 'aria-label': words.voice.length(clockOf(shot.value.seconds)) }));
  if (shot.kind === 'voice') addEventListener('visit-drawn', letGo, { once: true });
}
