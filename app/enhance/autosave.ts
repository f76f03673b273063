import { type Rival, showConflict } from './conflict.ts';
import { isAnswer, readValue, type Value, writeValue } from './field-values.ts';
import { showError, showStanding, type Standing } from './side.ts';
import { addRow, watchRows } from './table-rows.ts';
import { fill, wordsOf } from './words.ts';

type Waiting = { value: Value; bases: number[] };
/** `isHeld`: another's answer stands, and this one is kept here only until somebody chooses. */
type Saved = Standing & { saved: { questionId: string; mine: number; rivals: Rival[]; isHeld?: boolean }[]; refusal?: string };

const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
if (form) start(form);

/** 自动保存: sends what changed a moment after typing stops; keeps it on this device until the server has it. */
function start(form: HTMLFormElement): void {
  const words = wordsOf(form);
  const address = `${form.dataset.autosave}?here=${form.dataset.here}`;
  const kept = `tongyou:${form.dataset.who}:${form.dataset.autosave}:${form.dataset.here}`; // what one person typed is never put before another
  const waiting = new Map<string, Waiting>();
  const bases = new Map<string, number[]>();
  const held = new Set<string>();
  const line = form.querySelector<HTMLElement>('[data-save-line]')!;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let pause = 2000;
  let isLeaving = false;

  const boxes = [...form.querySelectorAll<HTMLElement>('[data-question]')];
  const boxOf = (id: string) => boxes.find((box) => box.dataset.question === id)!;
  for (const box of boxes) {
    const { value } = box.querySelector<HTMLInputElement>(`input[name^="b."]`)!;
    bases.set(box.dataset.question!, value.split(',').map(Number));
  }

  const say = (state: string, text: string) => {
    line.className = `st ${state}`;
    line.textContent = text;
  };
  const keep = () => {
    try {
      if (waiting.size === 0) localStorage.removeItem(kept);
      else localStorage.setItem(kept, JSON.stringify([...waiting]));
    } catch {
      // a full or forbidden store only means that this device keeps nothing
    }
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  };
  const changed = (box: HTMLElement) => {
    const id = box.dataset.question!;
    waiting.set(id, { value: readValue(box), bases: bases.get(id) ?? [0] });
    held.delete(id);
    keep();
    later(900);
  };

  async function send(): Promise<void> {
    const batch = new Map([...waiting].filter(([id]) => !held.has(id)));
    if (isSending || batch.size === 0) return;
    isSending = true;
    say('saving', words.saving!);
    const answers = [...batch].map(([questionId, one]) => ({ questionId, ...one }));
    try {
      const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ answers }) });
      const answer = (await response.json()) as Saved;
      if (response.status >= 500 || response.headers.has('Retry-After')) throw new Error('later');
      if (response.status === 401 || response.status === 404) return say('offline', words.signedOut!);
      if (!response.ok) return say('unsaved', answer.refusal ?? words.failed!);
      taken(batch, answer);
    } catch {
      say('offline', navigator.onLine ? words.failed! : words.offline!);
      pause = Math.min(pause * 2, 30_000);
      later(pause);
    } finally {
      isSending = false;
    }
  }

  function taken(batch: Map<string, Waiting>, answer: Saved): void {
    pause = 2000;
    let hasConflict = false;
    for (const { questionId, mine, rivals, isHeld } of answer.saved) {
      const box = boxOf(questionId);
      bases.set(questionId, [mine]);
      box.querySelector<HTMLInputElement>('input[name^="b."]')!.value = String(mine);
      const newer = waiting.get(questionId);
      if (newer === batch.get(questionId) && isHeld) held.add(questionId);
      else if (newer === batch.get(questionId)) waiting.delete(questionId);
      else if (newer) newer.bases = [mine];
      showError(box, answer.errors[questionId], answer.boxes?.[questionId]);
      hasConflict ||= rivals.length > 0;
      showConflict(box, rivals, words, (value, seen) => {
        if (value !== undefined) writeValue(box, value, (one) => addRow(one, words));
        bases.set(questionId, [...(bases.get(questionId) ?? []), ...seen]);
        changed(box);
      });
    }
    keep();
    showStanding(form, answer);
    form.dispatchEvent(new CustomEvent('standing', { detail: answer }));
    const wrong = form.dataset.savedWrong === undefined ? 0 : Object.keys(answer.errors).length;
    if (hasConflict) say('conflict', words.conflict!);
    else if (wrong > 0) say('unsaved', form.dataset.savedWrong!.replace('{0}', String(wrong)));
    else say('saved', fill(words, 'savedAt', answer.at));
    if (waiting.size > held.size) later(300);
  }

  function restore(): void {
    try {
      const left = JSON.parse(localStorage.getItem(kept) ?? '[]') as [string, Waiting][];
      for (const [id, one] of left) {
        const box = boxOf(id);
        if (!box) continue;
        writeValue(box, one.value, (table) => addRow(table, words));
        waiting.set(id, one);
      }
      if (left.length > 0) say('unsaved', words.restored!);
      if (waiting.size > 0) later(600);
    } catch {
      localStorage.removeItem(kept);
    }
  }

  form.addEventListener('input', (event) => {
    const target = event.target as HTMLElement;
    const box = target.closest<HTMLElement>('[data-question]');
    if (!box || !isAnswer(target.getAttribute('name'))) return;
    const most = Number(target.dataset.limit);
    const count = most ? form.querySelector(`[data-count-of="${target.id}"]`) : null;
    if (count) {
      const length = [...(target as HTMLTextAreaElement).value.trim()].length;
      count.textContent = `${length} / ${most}`;
      count.classList.toggle('over', length > most);
    }
    changed(box);
  });
  watchRows(form, words, changed);
  form.addEventListener('submit', () => {
    isLeaving = true;
    try {
      localStorage.removeItem(kept);
    } catch {
      // nothing was kept
    }
  });
  addEventListener('online', () => later(0));
  addEventListener('offline', () => say('offline', words.offline!));
  addEventListener('beforeunload', (event) => {
    if (waiting.size > 0 && !isLeaving) event.preventDefault();
  });
  restore();
}
