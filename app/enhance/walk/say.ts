import type { Read } from '#app/domain/children/child-versions/readings.ts';
import { h } from '#app/enhance/phone/draw.ts';
import { speaker } from './drawn.ts';
import { kid, locale } from './words.ts';

const closing = /^[，。！？、；：）》”’…]$/;
const choice = /(?:^|;\s*)child-pinyin=(on|off)/;

/** 拼音: the same choice as on the children's pages; on unless it was switched off. */
export const hasPinyin = () => choice.exec(document.cookie)?.[1] !== 'off';

export function switchPinyin(): void {
  document.cookie = `child-pinyin=${hasPinyin() ? 'off' : 'on'}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** 说给孩子的一句话: with pinyin above each character where the switch says so; a reader of screens hears the plain sentence once. */
export function say(text: string, readings: Readonly<Record<string, Read[]>>): HTMLElement {
  const reads = readings[text];
  if (!reads || !hasPinyin() || locale === 'en') return h('span', {}, text);
  return h('span', { class: 'spoken' }, h('span', { class: 'vh' }, text), h('span', { 'aria-hidden': 'true' }, inPairs(reads).map((pair) => (pair.length > 1 ? h('span', { class: 'nw' }, pair.map(above)) : above(pair[0]!)))));
}

function above({ text, reading }: Read): Node | string {
  return reading ? h('ruby', { class: reading.length > 3 && 'long' }, text, h('rp', {}, '('), h('rt', {}, reading), h('rp', {}, ')')) : text;
}

/** A character and the mark that follows it stay on one line. */
function inPairs(reads: readonly Read[]): Read[][] {
  return reads.reduce<Read[][]>((pairs, read) => {
    const last = pairs.at(-1);
    if (last && closing.test(read.text)) last.push(read);
    else pairs.push([read]);
    return pairs;
  }, []);
}

/** 读给我听: by the voice of the phone itself, without a network; absent where the phone has none. */
export function listenButton(readings: Readonly<Record<string, Read[]>>, ...texts: string[]): HTMLElement | false {
  if (!('speechSynthesis' in globalThis)) return false;
  const press = () => {
    speechSynthesis.cancel();
    for (const text of texts) {
      const said = new SpeechSynthesisUtterance(text);
      said.lang = locale;
      said.rate = 0.85;
      speechSynthesis.speak(said);
    }
  };
  return h('button', { type: 'button', class: 'listen', onclick: press }, speaker(), say(kid.listen, readings));
}

export const stopReading = () => globalThis.speechSynthesis?.cancel();
