import type { PointId } from '#app/domain/service/walks/model.ts';
import { h, sayLine } from '#app/enhance/phone/draw.ts';
import { shrink } from '#app/enhance/phone/photo.ts';
import { isFull } from '#app/enhance/phone/shelf.ts';
import type { App } from './app.ts';
import { drawn } from './drawn.ts';
import { words } from './words.ts';

/** A picture shows a step or a bin, not a face: it need not be large. */
const longestSide = 1600;

/** 拍下来: by the camera; drawn anew and sealed before anything else, then a grown-up may write a sentence to it. */
export function photoButton(app: App, walkId: string, point: PointId | null, label: string | Node): HTMLElement {
  const line = sayLine();
  const input = h('input', { type: 'file', accept: 'image/*', capture: 'environment', class: 'vh', id: 'photo' });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    line.textContent = words.photo.working;
    try {
      const small = await shrink(file, longestSide);
      if (!small) return void (line.textContent = words.photo.unreadable);
      const seq = await app.book.pin(walkId, point, small);
      app.go(`/walk/${walkId}#photo/${seq}`);
    } catch (error) {
      line.textContent = isFull(error) ? words.full : words.notSaved;
    }
  });
  return h('div', { class: 'captures' }, input, h('label', { for: input.id, class: 'btn quiet camera' }, drawn('camera', 36), label), line);
}
