import { give, mark } from './give.ts';

/** 看看选的照片: the child sees which one it is, and can leave it out again. */
export function showPhoto(field: HTMLInputElement): void {
  const way = field.closest<HTMLElement>('[data-way]')!;
  const shown = way.querySelector<HTMLImageElement>('[data-shown]')!;
  const drop = way.querySelector<HTMLButtonElement>('[data-drop]')!;
  const show = () => {
    URL.revokeObjectURL(shown.src);
    const photo = field.files?.[0];
    shown.hidden = drop.hidden = !photo;
    if (photo) shown.src = URL.createObjectURL(photo);
    else shown.removeAttribute('src');
    mark(field);
  };
  field.addEventListener('change', show);
  drop.addEventListener('click', () => (give(field, null, ''), show(), field.focus()));
}
