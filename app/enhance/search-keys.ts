/** 键盘: / goes to the search box, the arrows go through the results; without this script everything is reached by Tab. */
const box = document.querySelector<HTMLInputElement>('#q');
const results = [...document.querySelectorAll<HTMLAnchorElement>('.hits a')];
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === '/' && !isTyping(event.target)) {
    event.preventDefault();
    box?.focus();
    box?.select();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const at = results.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0 && (event.target !== box || event.key === 'ArrowUp')) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  if (next < 0) box?.focus();
  else results[Math.min(next, results.length - 1)]?.focus();
});
