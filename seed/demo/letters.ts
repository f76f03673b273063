import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const folder = new URL('../../data/demo/letters/', import.meta.url);

/** 数字的笔画 on a field of 10 × 16, so that a day can be written where no Chinese font is installed. */
const strokes: Record<string, string> = {
  '0': 'M5 1 C1 1 1 15 5 15 C9 15 9 1 5 1', '1': 'M3 3 L6 1 L5.6 15', '2': 'M1.5 4 C3 0 9 1 8 5 C7 9 3 11 1.5 15 L9 14.6',
  '3': 'M2 2 C8 0 9 6 4.6 7 C10 7.4 9 15 1.6 14.6', '4': 'M6 1 L1.4 10 L9 9.6 M7 5 L6.6 15', '5': 'M8 1.4 L3 1.6 L2.4 7 C8 5 10 13 2 14.8',
  '6': 'M7.6 1 C2 4 0 15 5 15 C9.6 15 9 8 5 8 C3 8 2 10 2 11', '7': 'M1.6 2 L8.6 1.6 C6 6 5 10 4.4 15', '8': 'M5 7 C1 6 2 1 5 1 C8.6 1 8 6 5 7.4 C0 9 1 15 5 15 C9.4 15 9 9 5 7',
  '9': 'M8 5 C8 0 2 0 2 4.6 C2 9 8 8 8 4 L7 15', '.': 'M4 14 L5 14.6',
};

function written(day: string): string {
  const signs = [...day.replaceAll('-', '.')];
  const lines = signs.map((sign, place) => `<path d="${strokes[sign]}" transform="translate(${place * 14} 0)"/>`);
  return `<g transform="translate(592 902) rotate(-1.5) scale(1 1.15)" fill="none" stroke="#1d2a5c" stroke-width="1.7" stroke-linecap="round">${lines.join('')}</g>`;
}

/** 意见函扫描件: the letter of a unit, dated, with the example seal or without it, a little askew as scanners give it. */
export async function scannedLetter(unit: string, day: string, isSealed = true): Promise<Buffer> {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169">${written(day)}</svg>`;
  const seal = { input: await readFile(new URL('seal.png', folder)), left: 552, top: 806 };
  const dated = await sharp(await readFile(new URL(`${unit}.png`, folder)))
    .composite([{ input: Buffer.from(page) }, ...(isSealed ? [{ ...seal, blend: 'multiply' as const }] : [])])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const askew = ((Number(unit.slice(-3)) % 7) - 3) / 4;
  const { data, info } = await sharp(dated.data, { raw: dated.info })
    .rotate(askew, { background: '#fbfaf6' })
    .linear([0.97, 0.97, 0.95], [4, 4, 3])
    .jpeg({ quality: 58 })
    .toBuffer({ resolveWithObject: true });
  return onePagePdf(data, info.width, info.height);
}

/** A PDF of one page that shows one JPEG, as scanners write it. */
export function onePagePdf(jpeg: Buffer, width: number, height: number): Buffer {
  const [wide, high] = [595, Math.round((595 * height) / width)];
  const content = `q ${wide} 0 0 ${high} 0 0 cm /Scan Do Q`;
  const objects: (string | Buffer)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources << /XObject << /Scan 4 0 R >> >> /Contents 5 0 R >>`],
    [`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`, jpeg, '\nendstream'],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
  ];
  const parts = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const starts: number[] = [];
  let size = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const piece = Buffer.concat([`${index + 1} 0 obj\n`, ...object, '\nendobj\n'].map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)));
    starts.push(size);
    parts.push(piece);
    size += piece.length;
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
