const button = document.querySelector<HTMLButtonElement>('button[data-aloud]');
const label = button?.querySelector('span');
const idle = label?.textContent ?? '';

/** 读给我听: one sentence after another, by the browser's own voice; only what the page says, nothing leaves the device. */
function sentences(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main [data-say]')].filter((part) => part.closest('[hidden], .helppanel') === null);
}

const wordsOf = (part: HTMLElement) => (part.querySelector('.vh') ?? part).textContent?.trim() ?? '';

function stopReading() {
  speechSynthesis.cancel();
  document.querySelector('.speaking')?.classList.remove('speaking');
  if (label) label.textContent = idle;
}

function speak(parts: HTMLElement[]) {
  const [part, ...rest] = parts;
  document.querySelector('.speaking')?.classList.remove('speaking');
  if (!part) return stopReading();
  const said = new SpeechSynthesisUtterance(wordsOf(part));
  said.lang = document.documentElement.lang;
  said.rate = 0.85;
  said.addEventListener('end', () => label?.textContent !== idle && speak(rest));
  said.addEventListener('error', stopReading);
  part.classList.add('speaking');
  speechSynthesis.speak(said);
}

if (button && label && 'speechSynthesis' in window) {
  button.hidden = false;
  button.addEventListener('click', () => {
    if (label.textContent !== idle) return stopReading();
    label.textContent = button.dataset.aloud!;
    speak(sentences());
  });
  addEventListener('pagehide', stopReading);
}
