import { give } from './give.ts';

type Stroke = { colour: string; width: number; points: [number, number][] };

const phone = { width: 720, height: 900 };
const nibs = { thin: 5, thick: 16 } as const;
const rubber = { colour: '#ffffff', width: 28 };

/** 画画: with a finger, a pen or a mouse; the strokes are kept, so that a step back takes one away; the picture goes with the form. */
export function draw(way: HTMLElement): void {
  const canvas = way.querySelector('canvas')!;
  const field = way.querySelector<HTMLInputElement>('input[name="drawing"]')!;
  if (matchMedia('(max-width: 640px)').matches) Object.assign(canvas, phone);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  let strokes: Stroke[] = [];
  let current: Stroke | undefined;
  let [colour, nib, isRubbing]: [string, keyof typeof nibs, boolean] = ['#182b27', 'thin', false];

  const at = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * canvas.width, ((event.clientY - box.top) / box.height) * canvas.height];
  };
  const paint = ({ colour: ink, width, points }: Stroke, from = 0) => {
    [pen.lineWidth, pen.lineCap, pen.lineJoin, pen.strokeStyle] = [width, 'round', 'round', ink];
    pen.beginPath();
    pen.moveTo(...points[from]!);
    for (const point of points.slice(from)) pen.lineTo(...point);
    pen.stroke();
  };
  const repaint = () => {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (const stroke of strokes) paint(stroke);
  };
  const keep = () => (strokes.length > 0 ? canvas.toBlob((blob) => give(field, strokes.length > 0 ? blob : null, 'drawing.png'), 'image/png') : give(field, null, ''));
  const finish = () => {
    if (!current) return;
    current = undefined;
    keep();
  };

  repaint();
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    const scale = canvas.width / canvas.getBoundingClientRect().width;
    current = { colour: isRubbing ? rubber.colour : colour, width: (isRubbing ? rubber.width : nibs[nib]) * scale, points: [at(event)] };
    strokes.push(current);
    paint(current);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!current) return;
    current.points.push(at(event));
    paint(current, current.points.length - 2);
  });
  canvas.addEventListener('pointerup', finish);
  canvas.addEventListener('pointercancel', finish);

  const press = (buttons: Iterable<HTMLElement>, pressed: HTMLElement | null) => {
    for (const one of buttons) one.setAttribute('aria-pressed', String(one === pressed));
  };
  const paints = way.querySelectorAll<HTMLElement>('[data-colour]');
  const pens = way.querySelectorAll<HTMLElement>('[data-nib]');
  const eraser = way.querySelector<HTMLElement>('[data-rubber]')!;
  const rub = (is: boolean) => eraser.setAttribute('aria-pressed', String((isRubbing = is)));
  for (const one of paints) one.addEventListener('click', () => (press(paints, one), rub(false), (colour = one.dataset.colour!)));
  for (const one of pens) one.addEventListener('click', () => (press(pens, one), rub(false), (nib = one.dataset.nib as keyof typeof nibs)));
  eraser.addEventListener('click', () => rub(!isRubbing));
  way.querySelector('[data-undo]')!.addEventListener('click', () => (strokes.pop(), repaint(), keep()));
  way.querySelector('[data-wipe]')!.addEventListener('click', () => ((strokes = []), repaint(), keep()));
  way.hidden = false;
}
