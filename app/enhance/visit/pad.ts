import { blobOf } from '#app/enhance/phone/photo.ts';

const ink = '#182b27';

/** 手写框: strokes of a finger, a pen or a mouse; sharp on any screen. */
export function makePad(canvas: HTMLCanvasElement) {
  const pen = canvas.getContext('2d')!;
  let strokes = 0;
  const size = () => {
    const { width } = canvas.getBoundingClientRect();
    canvas.width = Math.max(300, Math.round(width * 2));
    canvas.height = 360;
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    Object.assign(pen, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: ink, fillStyle: ink });
    strokes = 0;
  };
  const at = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * canvas.width, ((event.clientY - box.top) / box.height) * canvas.height] as const;
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (strokes === 0) size();
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
    strokes += 1;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
  });
  return { isEmpty: () => strokes === 0, wipe: size, picture: () => blobOf(canvas, 'image/png') };
}

/** 输入的姓名 as a picture: whoever cannot write by hand signs with the keyboard. */
export async function writtenName(name: string, under: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [900, 360];
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = ink;
  pen.font = '96px "Kaiti SC", STKaiti, KaiTi, serif';
  pen.fillText(name, 40, 170, 820);
  pen.font = '28px sans-serif';
  pen.fillText(under, 40, 280, 820);
  return blobOf(canvas, 'image/png');
}
