import { fill, wordsOf } from './words.ts';

type Offer = { id: string; href: string; title: string; about: string };

for (const input of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-reuse]')) start(input);

/** 你已有这份材料: while somebody types, the pieces that may say the same are shown below; nothing is chosen for them. */
function start(input: HTMLInputElement | HTMLTextAreaElement): void {
  const box = document.getElementById(input.dataset.reuseIn!)!;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = '';

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), 350);
  });

  async function ask(): Promise<void> {
    latest = input.value.trim();
    const wanted = latest;
    if ([...wanted].length < 2) return show([]);
    const address = new URL(input.dataset.reuse!, location.href);
    address.searchParams.set('words', wanted.slice(0, 200));
    try {
      const response = await fetch(address);
      if (!response.ok || wanted !== latest) return;
      show(((await response.json()) as { offers: Offer[] }).offers);
    } catch {
      // without a network nothing is offered, and nothing is lost
    }
  }

  function show(offers: readonly Offer[]): void {
    const words = wordsOf(box);
    box.hidden = offers.length === 0;
    box.replaceChildren();
    if (offers.length === 0) return;
    const list = document.createElement('ul');
    for (const offer of offers) {
      const line = document.createElement('li');
      line.append(Object.assign(document.createElement('a'), { href: offer.href, textContent: offer.title, target: '_blank', rel: 'noreferrer' }), Object.assign(document.createElement('small'), { textContent: offer.about }));
      list.append(line);
    }
    box.append(Object.assign(document.createElement('b'), { textContent: fill(words, 'title') }), list);
  }
}
