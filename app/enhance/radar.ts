type Drawn = { radar?: { points: string; scores: Record<string, string> } };

/** 雷达图: redrawn as the last save left it. */
document.querySelector('form[data-autosave]')?.addEventListener('standing', (event) => {
  const drawn = (event as CustomEvent<Drawn>).detail.radar;
  if (!drawn) return;
  for (const shape of document.querySelectorAll('[data-radar-shape]')) shape.setAttribute('points', drawn.points);
  for (const label of document.querySelectorAll<SVGElement>('[data-radar-score]')) label.textContent = drawn.scores[label.dataset.radarScore!] ?? '—';
});
