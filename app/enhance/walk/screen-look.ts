import { type Answer, answers, type PointId } from '#app/domain/service/walks/model.ts';
import { h, link, sayLine } from '#app/enhance/phone/draw.ts';
import type { App, Screen } from './app.ts';
import { drawn } from './drawn.ts';
import type { Kept } from './notebook.ts';
import { helpPanel } from './help-panel.ts';
import { photoButton } from './photo-button.ts';
import { nextOpen } from './pile.ts';
import { listenButton, say } from './say.ts';
import { kid, locale, words } from './words.ts';

const faces = { good: 'smile', middling: 'level', bad: 'sad', 'does-not-apply': 'question', 'cannot-see': 'eye' } as const satisfies Record<Answer, string>;
const [three, two] = [answers.slice(0, 3), answers.slice(3)];

/** 看一样: one question a screen, for whichever child holds the phone. */
export const screenLook: Screen = (app, kept, of) => {
  const { pack } = kept;
  const at = pack.points.findIndex(({ id }) => id === of);
  const point = pack.points[at];
  if (!point) return screenAllSeen(kept);
  const text = point.text[locale];
  const card = h('section', { class: 'card look' });
  const line = sayLine();
  const ask = () => card.replaceChildren(
    h('div', { class: 'looked' }, drawn(point.drawing, 96), h('h1', { tabindex: -1 }, say(text, pack.readings))),
    listenButton(pack.readings, text, kid.how) || h('span', { hidden: true }),
    layerChoice(app, kept) || h('span', { hidden: true }),
    h('h2', { id: 'how' }, say(kid.how, pack.readings)),
    tapping('pick three', three, tap), tapping('pick two', two, tap), line);
  const tapping = (look: string, some: readonly Answer[], act: (answer: Answer) => void) =>
    h('ul', { class: look, 'aria-labelledby': 'how' }, some.map((answer) => h('li', {}, h('button', { type: 'button', 'data-answer': answer, onclick: () => act(answer) }, drawn(faces[answer], 72), say(kid.answers[answer], pack.readings)))));
  let isBusy = false;
  const tap = async (answer: Answer) => {
    if (isBusy) return;
    isBusy = true;
    try {
      const seq = await app.book.tap(pack.walk.id, point.id, answer);
      card.replaceChildren(...thanked(app, kept, point.id, answer, seq, ask));
      card.querySelector<HTMLElement>('h1')?.focus();
    } catch {
      line.replaceChildren(say(kid.notKept, pack.readings));
    } finally {
      isBusy = false;
    }
  };
  ask();
  return [
    h('p', { class: 'small tolook' }, link(`/walk/${pack.walk.id}`, `‹ ${words.back}`), h('span', {}, [pack.spots.find(({ id }) => id === kept.spot)?.name[locale], `${at + 1} / ${pack.points.length}`].filter(Boolean).join(' · '))),
    card, photoButton(app, pack.walk.id, point.id, say(kid.photo, pack.readings)), helpPanel(kept),
  ];
};

/** 记下了: the next child on the same thing, or the next thing; a wrong tap is undone at once. */
function thanked(app: App, { pack }: Kept, point: PointId, answer: Answer, seq: number, ask: () => void): HTMLElement[] {
  const next = nextOpen(pack.points.map(({ id }) => id), app.book.deeds(pack.walk.id), point);
  const press = (text: string, look: string, act: () => unknown) => h('button', { type: 'button', class: `btn ${look}`, onclick: act }, say(text, pack.readings));
  const again = () => {
    ask();
    document.querySelector<HTMLElement>('.look h1')?.focus();
  };
  return [
    h('div', { class: 'looked' }, drawn(faces[answer], 96), h('h1', { tabindex: -1 }, say(kid.thanks, pack.readings))),
    h('div', { class: 'row' },
      press(kid.nextChild, 'quiet', again),
      press(kid.nextPoint, '', () => app.go(`/walk/${pack.walk.id}#look/${next ?? 'done'}`)),
      press(kid.undo, 'plain', async () => {
        await app.book.takeBack(pack.walk.id, seq);
        again();
      })),
  ];
}

/** 你几岁: only where the group is large enough that nobody is known by it; the phone remembers it for the next tap. */
function layerChoice(app: App, { pack, layer }: Kept): HTMLElement | false {
  if (pack.layers.length === 0) return false;
  return h('fieldset', { class: 'ages' }, h('legend', {}, say(kid.age, pack.readings)), h('div', { class: 'pick' }, pack.layers.map((one) => h('label', {},
    h('input', { type: 'radio', name: 'layer', value: one, checked: one === (app.book.walks.get(pack.walk.id)?.layer ?? layer), onchange: () => void app.book.amend(pack.walk.id, { layer: one }) }), say(kid.ages[one], pack.readings)))));
}

/** 都看完了. */
function screenAllSeen(kept: Kept): HTMLElement[] {
  const { pack } = kept;
  return [
    h('section', { class: 'card look' }, h('div', { class: 'looked alone' }, drawn('star', 96), h('h1', { tabindex: -1 }, say(kid.done, pack.readings))), h('p', {}, say(kid.handBack, pack.readings)),
      h('p', { class: 'row' }, h('a', { class: 'btn', href: `/walk/${pack.walk.id}` }, words.back))),
    helpPanel(kept),
  ];
}
