import { longestVoiceSeconds } from '#app/domain/children/suggestions/model.ts';
import { give, showLine } from './give.ts';

/** 录音: begins and stops by one button, at the limit it stops by itself and says so; the child can hear it and throw it away; nothing is sent before it is handed in. */
export function record(way: HTMLElement): void {
  if (!('MediaRecorder' in window) || !navigator.mediaDevices) return;
  const button = way.querySelector<HTMLButtonElement>('[data-record]')!;
  const line = way.querySelector<HTMLElement>('[data-voice-line]')!;
  const field = way.querySelector<HTMLInputElement>('input[name="voice"]')!;
  const heard = way.querySelector<HTMLAudioElement>('[data-heard]')!;
  const drop = way.querySelector<HTMLButtonElement>('[data-drop]')!;
  let recorder: MediaRecorder | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;

  const keep = (voice: Blob | null) => {
    URL.revokeObjectURL(heard.src);
    give(field, voice, 'voice');
    heard.hidden = drop.hidden = voice === null;
    if (voice) heard.src = URL.createObjectURL(voice);
    else heard.removeAttribute('src');
  };
  drop.addEventListener('click', () => {
    keep(null);
    showLine(line, '');
    showLine(button, 'record');
    button.focus();
  });
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
        keep(new Blob(parts, { type: recorder!.mimeType }));
        showLine(line, isFull ? 'full' : 'recorded');
        showLine(button, 'again');
      });
      recorder.start();
      showLine(line, 'recording');
      showLine(button, 'stop');
      limit = setTimeout(() => {
        isFull = true;
        recorder!.stop();
      }, longestVoiceSeconds * 1000);
    } catch {
      showLine(line, 'none');
    }
  });
  showLine(button, 'record');
  way.hidden = false;
}
