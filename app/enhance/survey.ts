type Kept = { survey?: string };

/**
 * 断网不丢: the next card is fetched, so that a broken network leaves everything where it is. What the page holds is kept with this one entry
 * of the tab's history, which survives a reload, is replaced when it is handed in and is gone with the tab; nothing is stored.
 */
const formOf = () => document.querySelector<HTMLFormElement>('form[data-survey]');

function bodyOf(form: HTMLFormElement, go: string): string {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('go', go);
  return body.toString();
}

async function show(body: string): Promise<boolean> {
  const form = formOf();
  const trouble = document.querySelector<HTMLElement>('[data-trouble]');
  try {
    const answer = await fetch(form?.getAttribute('action') ?? location.pathname, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    if (answer.redirected) {
      location.replace(answer.url);
      return false;
    }
    if (answer.status >= 500) throw new Error('away');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = page.querySelector('main');
    if (!main) throw new Error('away');
    document.querySelector('main')!.replaceChildren(...main.childNodes);
    document.title = page.title;
    document.querySelector<HTMLElement>('main [aria-describedby] input, main h1')?.focus();
    scrollTo(0, 0);
    return true;
  } catch {
    if (trouble && form) {
      trouble.textContent = form.dataset.survey!;
      trouble.hidden = false;
    }
    return false;
  }
}

const stay = () => {
  const form = formOf();
  return form ? bodyOf(form, 'stay') : undefined;
};

document.addEventListener('submit', async (event) => {
  const form = formOf();
  if (!form || event.target !== form) return;
  const go = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? 'next';
  if (go === 'language') return; // the whole page speaks otherwise, so the whole page comes
  event.preventDefault();
  history.replaceState({ survey: stay() } satisfies Kept, '');
  if (await show(bodyOf(form, go))) history.replaceState({ survey: stay() } satisfies Kept, '');
});

const kept = (history.state as Kept | null)?.survey;
if (kept) void show(kept);
