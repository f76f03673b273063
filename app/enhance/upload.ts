import { type FileLine, sendFile } from './send-file.ts';
import { sayWhyNot } from './side.ts';
import { wordsOf } from './words.ts';

for (const box of document.querySelectorAll<HTMLElement>('[data-paper]')) start(box);

/** 申报材料的上传: a file that has arrived becomes a paper of the application. */
function start(box: HTMLElement): void {
  const form = box.closest<HTMLFormElement>('form')!;
  const words = wordsOf(form);
  const input = box.querySelector<HTMLInputElement>('input[type="file"]')!;
  box.querySelector<HTMLElement>('.no-script-only')?.setAttribute('hidden', '');
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) sendFile(box, words, file, attach);
    input.value = '';
  });

  async function attach(fileId: string, shown: FileLine): Promise<void> {
    const response = await fetch(`/apply/${box.dataset.application}/papers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ paper: box.dataset.paper, fileId }),
    });
    if (!response.ok) return shown.refuse(((await response.json()) as { refusal?: string }).refusal ?? words.failed!);
    await refresh();
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
