import { Upload } from 'tus-js-client';
import { fill, type ScriptWords } from './words.ts';

const largest = 20 * 1024 * 1024;

/** What is shown of one file on its way. */
export type FileLine = ReturnType<typeof fileLine>;

/** 断点续传: a chosen file is sent in pieces; after a broken line, a pause or a reload it goes on where it stopped. Then `attach` hears its id. */
export function sendFile(box: HTMLElement, words: ScriptWords, file: File, attach: (fileId: string, shown: FileLine) => Promise<void>): void {
  const shown = fileLine(box, file.name);
  if (file.size > largest) return shown.refuse(words.tooLarge!);
  const began = performance.now();
  let from = -1;
  const upload = new Upload(file, {
    endpoint: '/files/uploads',
    chunkSize: 1024 * 1024,
    retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000],
    metadata: { filename: file.name },
    removeFingerprintOnSuccess: true,
    onProgress(sent, total) {
      if (from < 0) from = sent;
      const speed = (sent - from) / Math.max(1, performance.now() - began);
      const left = speed > 0 && sent < total ? fill(words, 'seconds', Math.max(1, Math.ceil((total - sent) / speed / 1000))) : '';
      shown.go(percent(sent, total), sent === total ? words.finishing! : fill(words, 'going', percent(sent, total), left));
    },
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0;
      if (status === 0) shown.cut(fill(words, 'cut', shown.percent()));
      return status === 0 || status >= 500 || status === 409 || status === 423;
    },
    onError(error) {
      const body = 'originalResponse' in error ? error.originalResponse?.getBody() : '';
      if (body) return shown.refuse(body);
      shown.cut(fill(words, 'cut', shown.percent()));
      addEventListener('online', () => upload.start(), { once: true });
    },
    onSuccess: () => void attached(fileIdOf(upload.url ?? ''), shown, words, attach),
  });
  shown.button(words.pause!, (button) => {
    const isPaused = button.dataset.paused === 'yes';
    button.dataset.paused = isPaused ? 'no' : 'yes';
    button.textContent = isPaused ? words.pause! : words.resume!;
    if (isPaused) return upload.start();
    void upload.abort();
    shown.cut(fill(words, 'paused', shown.percent()));
  });
  void upload.findPreviousUploads().then((earlier) => {
    if (earlier[0]) upload.resumeFromPreviousUpload(earlier[0]);
    upload.start();
  });
}

/** A file that is not even sent, and why. */
export function notSent(box: HTMLElement, name: string, why: string): void {
  fileLine(box, name).refuse(why);
}

/** Says so when the line breaks after the last piece, and tries again when it is back. */
async function attached(fileId: string, shown: FileLine, words: ScriptWords, attach: (fileId: string, shown: FileLine) => Promise<void>): Promise<void> {
  try {
    await attach(fileId, shown);
  } catch {
    shown.cut(words.failed!);
    addEventListener('online', () => void attached(fileId, shown, words, attach), { once: true });
  }
}

/** The address of an upload ends with the id that its file will have. */
function fileIdOf(url: string): string {
  const hex = url.slice(-32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const percent = (sent: number, total: number) => Math.floor((100 * sent) / Math.max(1, total));

/** One file on its way: name, words, bar, one button. */
function fileLine(box: HTMLElement, name: string) {
  const line = document.createElement('div');
  const text = Object.assign(document.createElement('p'), { textContent: '' });
  const bar = Object.assign(document.createElement('progress'), { className: 'bar', max: 100, value: 0 });
  const about = document.createElement('div');
  about.append(Object.assign(document.createElement('b'), { textContent: name }), text);
  bar.setAttribute('aria-label', name);
  line.className = 'file going';
  line.append(Object.assign(document.createElement('span'), { className: 'ic' }), about, bar);
  text.setAttribute('role', 'status');
  box.querySelector('.field')!.append(line);
  return {
    percent: () => bar.value,
    go(value: number, words: string) {
      line.className = 'file going';
      bar.value = value;
      text.textContent = words;
    },
    cut(words: string) {
      line.className = 'file going cut';
      text.textContent = words;
    },
    refuse(words: string) {
      line.className = 'file refused';
      text.setAttribute('role', 'alert');
      text.textContent = words;
      bar.remove();
      line.querySelector('button')?.remove();
    },
    done(words: string, remove: string, kept: HTMLInputElement) {
      line.className = 'file done';
      text.textContent = words;
      bar.remove();
      line.querySelector('button')?.remove();
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn plain small', textContent: remove });
      button.addEventListener('click', () => line.remove());
      line.append(button, kept);
    },
    note: (words: HTMLElement) => line.append(words),
    button(words: string, act: (button: HTMLButtonElement) => void) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn plain small', textContent: words });
      button.addEventListener('click', () => act(button));
      bar.before(button);
    },
  };
}
