import { Upload } from 'tus-js-client';
import { sayWhyNot } from './side.ts';
import { fill, wordsOf } from './words.ts';

const largest = 20 * 1024 * 1024;

for (const box of document.querySelectorAll<HTMLElement>('[data-paper]')) start(box);

/** 断点续传: a chosen file is sent in pieces; after a broken line, a pause or a reload it goes on where it stopped. */
function start(box: HTMLElement): void {
  const form = box.closest<HTMLFormElement>('form')!;
  const words = wordsOf(form);
  const input = box.querySelector<HTMLInputElement>('input[type="file"]')!;
  box.querySelector<HTMLElement>('.no-script-only')?.setAttribute('hidden', '');
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) send(file);
    input.value = '';
  });

  function send(file: File): void {
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
      onSuccess: () => void attach(upload.url ?? '', shown),
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

  async function attach(url: string, shown: ReturnType<typeof fileLine>): Promise<void> {
    const hex = url.slice(-32);
    const fileId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    try {
      const response = await fetch(`/apply/${box.dataset.application}/papers`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ paper: box.dataset.paper, fileId }),
      });
      if (!response.ok) return shown.refuse(((await response.json()) as { refusal?: string }).refusal ?? words.failed!);
      await refresh();
    } catch {
      shown.cut(words.failed!);
      addEventListener('online', () => void attach(url, shown), { once: true });
    }
  }

  /** The list of files and what is missing, as the server draws them; what is being typed stays. */
  async function refresh(): Promise<void> {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const fresh = page.querySelector(`[data-paper="${box.dataset.paper}"]`);
    for (const line of box.querySelectorAll('.file.done, .file.going')) line.remove();
    for (const line of fresh?.querySelectorAll('.file') ?? []) box.querySelector('.field')!.append(document.adoptNode(line));
    const side = page.querySelector('[data-side]');
    if (side) form.querySelector('[data-side]')?.replaceWith(document.adoptNode(side));
    sayWhyNot(form, page.querySelector('#why-not')?.textContent ?? '');
  }
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
    button(words: string, act: (button: HTMLButtonElement) => void) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn plain small', textContent: words });
      button.addEventListener('click', () => act(button));
      bar.before(button);
    },
  };
}
