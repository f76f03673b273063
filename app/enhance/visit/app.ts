import type { Notebook } from './notebook.ts';
import { isFull } from '#app/enhance/phone/shelf.ts';
import { sayLine } from '#app/enhance/phone/draw.ts';
import { toSecond, words } from './words.ts';

/** What a screen of an unlocked phone may ask of the app. */
export type App = {
  book: Notebook;
  /** Shows another place of the app, or the same anew. */
  go: (path: string) => void;
  redraw: () => void;
  lock: () => Promise<void>;
  /** Sends one visit, or all; tells the screens how far it is. */
  sync: (visitId?: string) => Promise<void>;
  putAway: (visitId: string) => Promise<void>;
  syncing: { share: number; said: string; visitId: string };
  lockMinutes: number;
  setLockMinutes: (minutes: number) => Promise<void>;
};

/** 还没落到盘上的字: written down before the phone locks or the page goes away. */
const loose = new Set<() => Promise<void>>();

export async function flushAll(): Promise<void> {
  await Promise.all([...loose].map((flush) => flush()));
}

/** When a screen gives way to the next, its texts are written down and then forgotten. */
export function dropLoose(): void {
  void flushAll();
  loose.clear();
}

/** 存一项，说一声: the line beside a field; it says “saved” only when the disk has it. */
export function keeper<T>(save: (value: T) => Promise<void>) {
  const line = sayLine();
  return {
    line,
    async keep(value: T): Promise<boolean> {
      line.className = 'saidline';
      line.textContent = words.saving;
      try {
        await save(value);
        line.className = 'saidline ok';
        line.textContent = words.saved(toSecond(new Date()));
        return true;
      } catch (error) {
        line.className = 'saidline bad';
        line.textContent = isFull(error) ? words.full : words.notSaved;
        return false;
      }
    },
  };
}

/** 边写边存: half a second after the last letter, and at once when the field, the page or the phone is left. */
export function keptText(box: HTMLTextAreaElement | HTMLInputElement, save: (text: string) => Promise<void>): HTMLElement {
  const { line, keep } = keeper(save);
  let kept = box.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    clearTimeout(timer);
    const now = box.value;
    if (now === kept) return;
    kept = now;
    if (!(await keep(now)) && kept === now) kept = `${now} `; // tried again at the next occasion
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), 500);
  });
  box.addEventListener('change', () => void flush());
  loose.add(flush);
  return line;
}
