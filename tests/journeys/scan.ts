import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** 盖章意见的扫描件: one page with lines and a red seal, as grainy as scanners are; `side` makes it as large as wanted. */
export async function scannedOpinion(side = 700): Promise<Buffer> {
  const [width, height] = [side, Math.round(side * 1.414)];
  const lines = Array.from({ length: 14 }, (_, line) => `<rect x="12%" y="${18 + line * 4}%" width="76%" height="0.8%" fill="#333"/>`).join('');
  const page = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="30%" y="9%" width="40%" height="2.4%" fill="#222"/>${lines}` +
      `<circle cx="72%" cy="80%" r="${side * 0.11}" fill="none" stroke="#c8102e" stroke-width="${side * 0.012}"/></svg>`,
  );
  const grain = await sharp(randomBytes(width * height), { raw: { width, height, channels: 1 } }).linear(0.3, 178).toColourspace('srgb').png().toBuffer();
  const jpeg = await sharp(grain).composite([{ input: page }]).jpeg({ quality: 94 }).toBuffer();
  return pdfOf(jpeg, width, height);
}

function pdfOf(jpeg: Buffer, width: number, height: number): Buffer {
  const draw = 'q 595 0 0 842 0 0 cm /Scan Do Q';
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>'),
    Buffer.from(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`),
    Buffer.concat([
      Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`),
      jpeg,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    places.push(length);
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** 现场照片, larger than a phone may send, with hidden data as cameras write them. */
export function scanOfRoom(): Promise<Buffer> {
  const [width, height] = [3600, 2700];
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).withExif({ IFD0: { Copyright: 'hidden-in-the-file' } }).jpeg({ quality: 90 }).toBuffer();
}
