import { longestVoiceSeconds } from '#app/domain/children/suggestions/model.ts';

const form = document.querySelector<HTMLFormElement>('form[data-say-form]');

/** Puts what was made in the browser into the form, as if it had been chosen there. */
function give(field: HTMLInputElement, blob: Blob | null, name: string): void {
  const chosen = new DataTransfer();
  if (blob) chosen.items.add(new File([blob], name, { type: blob.type }));
  field.files = chosen.files;
}

/** 画画: with a finger, a pen or a mouse; the picture goes with the form. */
function draw(way: HTMLElement): void {
  const canvas = way.querySelector('canvas')!;
  const field = way.querySelector<HTMLInputElement>('input[name="drawing"]')!;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const wipe = () => {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    give(field, null, '');
  };
  const at = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * canvas.width, ((event.clientY - box.top) / box.height) * canvas.height];
  };
  wipe();
  [pen.lineWidth, pen.lineCap, pen.lineJoin, pen.strokeStyle] = [9, 'round', 'round', '#182b27'];
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
    pen.lineTo(...at(event));
    pen.stroke();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons === 0) return;
    pen.lineTo(...at(event));
    pen.stroke();
  });
  canvas.addEventListener('pointerup', () => canvas.toBlob((blob) => give(field, blob, 'drawing.png'), 'image/png'));
  way.querySelector('[data-wipe]')!.addEventListener('click', wipe);
  const paints = [...way.querySelectorAll<HTMLButtonElement>('[data-colour]')];
  for (const paint of paints) {
    paint.addEventListener('click', () => {
      pen.strokeStyle = paint.dataset.colour!;
      for (const one of paints) one.setAttribute('aria-pressed', String(one === paint));
    });
  }
  way.hidden = false;
}

/** 录音: begins and stops by one button, at the limit it stops by itself and says so; nothing is sent before the child hands it in. */
function record(way: HTMLElement): void {
  if (!('MediaRecorder' in window) || !navigator.mediaDevices) return;
  const button = way.querySelector<HTMLButtonElement>('[data-record]')!;
  const line = way.querySelector<HTMLElement>('[data-voice-line]')!;
  const field = way.querySelector<HTMLInputElement>('input[name="voice"]')!;
  let recorder: MediaRecorder | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', async () => {
    if (recorder?.state === 'recording') return recorder.stop();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      let isFull = false;
      recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 });
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      recorder.addEventListener('stop', () => {
        clearTimeout(limit); // the next recording has its whole time
        for (const track of stream.getTracks()) track.stop();
        give(field, new Blob(parts, { type: recorder!.mimeType }), 'voice');
        [line.textContent, button.textContent] = [isFull ? line.dataset.full! : line.dataset.recorded!, button.dataset.again!];
      });
      recorder.start();
      [line.textContent, button.textContent] = [line.dataset.recording!, button.dataset.stop!];
      limit = setTimeout(() => {
        isFull = true;
        recorder!.stop();
      }, longestVoiceSeconds * 1000);
    } catch {
      line.textContent = line.dataset.none!;
    }
  });
  way.hidden = false;
}

/** 断网也不丢: what was said stays on the page, and nowhere else on the device, until it can be handed in; sent twice it is one suggestion. */
function carry(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('[data-say-line]')!;
  const tell = (text: string) => {
    line.textContent = text;
    line.hidden = false;
  };
  let isSending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
      if (answer.redirected) return location.replace(answer.url);
      form.submit(); // the page says what is missing
    } catch {
      isSending = false;
      tell(form.dataset.offline!);
      addEventListener('online', () => tell(form.dataset.online!), { once: true });
    }
  });
}

if (form) {
  const [drawing, voice] = [form.querySelector<HTMLElement>('[data-needs="draw"]'), form.querySelector<HTMLElement>('[data-needs="voice"]')];
  if (drawing) draw(drawing);
  if (voice) record(voice);
  carry(form);
}
