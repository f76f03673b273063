import { isSealedProof } from '#app/domain/base/evidence/proof.ts';
import { type FileLine, notSent, sendFile } from './send-file.ts';
import { fill, wordsOf } from './words.ts';

type Taken = { id: string; name: string; line: string; known?: { title: string; href: string }; refusal?: string };

const form = document.querySelector<HTMLFormElement>('form[data-evidence]');
if (form) start(form);

/** 佐证的文件: sent in pieces at once; when the place has the same file already, the page says so before anything else is typed. */
function start(form: HTMLFormElement): void {
  const words = wordsOf(form);
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')!;
  const box = input.closest<HTMLElement>('.field')!.parentElement!;
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) {
      if (isSealedProof('statement', [file.name])) notSent(box, file.name, words.sealedProof!);
      else sendFile(box, words, file, attach);
    }
    input.value = '';
  });
  for (const button of box.querySelectorAll<HTMLButtonElement>('button[data-remove]')) button.addEventListener('click', () => button.closest('.file')!.remove());

  async function attach(fileId: string, shown: FileLine): Promise<void> {
    const response = await fetch(form.dataset.evidence!, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ fileId }) });
    const taken = (await response.json()) as Taken;
    if (!response.ok) return shown.refuse(taken.refusal ?? words.failed!);
    shown.done(taken.line, words.removeFile!, Object.assign(document.createElement('input'), { type: 'hidden', name: 'fileIds', value: taken.id }));
    if (!taken.known) return;
    const note = Object.assign(document.createElement('p'), { className: 'from' });
    note.append(Object.assign(document.createElement('a'), { href: taken.known.href, textContent: fill(words, 'known', taken.known.title) }));
    note.setAttribute('role', 'status');
    shown.note(note);
  }
}
