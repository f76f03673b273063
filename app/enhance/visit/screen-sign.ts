import { hashOf, type Values } from '#app/domain/pilot/visits/package.ts';
import { type App, keeper, keptText } from './app.ts';
import { attachmentOf } from './capture.ts';
import { button, callout, field, h, link, sayLine } from '#app/enhance/phone/draw.ts';
import type { Kept } from './notebook.ts';
import { makePad, writtenName } from './pad.ts';
import { toMinute, words } from './words.ts';

type Side = 'expert' | 'second-expert' | 'community';

/** 签字: the overall opinion, then both sides sign the fingerprint of the same content. */
export function screenSign(app: App, kept: Kept): HTMLElement[] {
  const { id, experts } = kept.pack.visit;
  const content = app.book.content(id);
  const seen = app.book.revision(id, 'overall:visit');
  const overall = h('textarea', { class: 'in', rows: 4, maxlength: 8000 }, app.book.value(id, 'overall', 'visit') ?? '');
  const isSettled = !app.book.contested(id).some(({ path }) => path === 'overall:visit');
  const counted = (kind: 'level' | 'observation' | 'photo' | 'voice') => Object.keys(app.book.values(id, kind)).length;
  const me = experts.find(({ isMe }) => isMe);
  const boxes = h('div', { class: 'sides' });
  const print = h('code', {});
  const fill = async () => {
    const hash = await contentHash(app, id);
    print.textContent = hash.slice(0, 16);
    boxes.replaceChildren(...([me?.slot ?? 'expert', 'community'] as Side[]).map((side) => sideBox(app, id, side, hash, side === 'community' ? '' : (me?.name ?? ''))));
  };
  if (content !== undefined) void fill();
  const saveOverall = async (text: string) => {
    await app.book.write(id, 'overall', 'visit', text === '' ? null : text, { seen });
    if (Object.keys(app.book.values(id, 'signature')).length > 0) await fill(); // what was signed has changed with it
    else print.textContent = (await contentHash(app, id)).slice(0, 16);
  };
  return [
    h('h2', {}, words.tabs.sign),
    ...(isSettled ? [field(words.sign.overall, overall, words.sign.overallHint), keptText(overall, saveOverall)] : []),
    h('h3', {}, words.sign.content), h('p', {}, words.sign.counts(counted('level'), counted('observation'), counted('photo') + counted('voice'))),
    content === undefined ? callout('warn', h('p', {}, link(`/visit/${id}#send`, words.sign.contested))) : h('p', { class: 'small' }, `${words.sign.hash} `, print),
    h('p', { class: 'muted' }, words.sign.lead),
    boxes,
  ];
}

const contentHash = (app: App, visitId: string) => hashOf(app.book.content(visitId) ?? '');

function sideBox(app: App, visitId: string, side: Side, hash: string, name: string): HTMLElement {
  const box = h('section', { class: 'card side' });
  const signed = app.book.value(visitId, 'signature', side);
  const isStale = signed !== undefined && signed.contentHash !== hash;
  const title = h('h3', {}, words.sign.sides[side]);
  const form = () => box.replaceChildren(title, ...(isStale ? [callout('warn', h('p', {}, words.sign.stale))] : []), ...signForm(app, visitId, side, name));
  if (!signed || isStale) form();
  else {
    const said = signed.refusal ? words.sign.refused(signed.refusal) : words.sign.signed(signed.name, signed.role, toMinute(signed.at));
    box.append(title, h('p', { class: 'status done signed' }, said), button(words.sign.again, form, 'plain small'));
  }
  return box;
}

function signForm(app: App, visitId: string, side: Side, known: string): HTMLElement[] {
  const said = words.sign;
  const seen = app.book.revision(visitId, `signature:${side}`);
  const name = h('input', { class: 'in', maxlength: 60, value: known, autocomplete: 'off', id: `name-${side}` });
  const role = h('input', { class: 'in', maxlength: 60, autocomplete: 'off', id: `role-${side}` });
  const canvas = h('canvas', { class: 'pad', role: 'img', 'aria-label': said.pad, width: 600, height: 360 });
  const pad = makePad(canvas);
  const tick = h('input', { type: 'checkbox' });
  const agree = h('span', {}, said.agree(name.value));
  name.addEventListener('input', () => (agree.textContent = said.agree(name.value.trim())));
  const wrong = sayLine('errline');
  wrong.hidden = true;
  const refuse = (text: string) => {
    wrong.hidden = false;
    wrong.textContent = text;
  };
  const { keep, line } = keeper(async ({ blob, refusal }: { blob: Blob | null; refusal: string }) => {
    const at = new Date().toISOString();
    const made = blob ? await attachmentOf(visitId, blob, 'signature', at, null) : undefined;
    const value: Values['signature'] = { name: name.value.trim(), role: role.value.trim(), at, contentHash: await contentHash(app, visitId), sha256: made?.note.attachment.sha256 ?? null, refusal };
    await app.book.write(visitId, 'signature', side, value, { ...made, seen });
  });
  const drawn = h('div', {}, h('p', { class: 'hint' }, said.pad), canvas, button(said.clear, pad.wipe, 'plain small'));
  const typed = h('label', { class: 'choice', hidden: true }, tick, agree);
  let way: 'draw' | 'type' = 'draw';
  const choose = (to: typeof way) => {
    way = to;
    drawn.hidden = to === 'type';
    typed.hidden = to === 'draw';
  };
  const ways = h('fieldset', { class: 'field' }, h('legend', {}, said.way), h('div', { class: 'choices' },
    (['draw', 'type'] as const).map((one) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: `way-${side}`, checked: one === way, onchange: () => choose(one) }), said.ways[one]))));
  const sign = async () => {
    if (name.value.trim() === '') return refuse(said.needName);
    if (way === 'draw' && pad.isEmpty()) return refuse(said.empty);
    if (way === 'type' && !tick.checked) return refuse(said.needTick);
    const blob = way === 'draw' ? await pad.picture() : await writtenName(name.value.trim(), toMinute(new Date().toISOString()));
    if (await keep({ blob, refusal: '' })) app.redraw();
  };
  const reason = h('textarea', { class: 'in', rows: 2, maxlength: 1000 });
  const decline = async () => {
    if (name.value.trim() === '') return refuse(said.needName);
    if (reason.value.trim() === '') return refuse(said.needReason);
    if (await keep({ blob: null, refusal: reason.value.trim() })) app.redraw();
  };
  return [
    field(said.name, name), field(said.role, role, side === 'community' ? said.roleHint : ''), ways, drawn, typed, wrong,
    button(said.go, sign, 'wide'), line,
    ...(side === 'community' ? [h('details', { class: 'box' }, h('summary', {}, said.refuse), h('div', {}, field(said.refusal, reason), h('p', {}, button(said.refuseGo, decline, 'quiet'))))] : []),
  ];
}
