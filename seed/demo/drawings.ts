import sharp from 'sharp';
import { onePagePdf } from './letters.ts';

const grounds = ['#dcebe2', '#e7e3d3', '#d9e6ef', '#efe2d6', '#e3ead0'];

/** 示例照片: a place drawn with a few shapes, no two alike; nobody is in it. */
export function drawnPhoto(n: number): Promise<Buffer> {
  const [ground, at] = [grounds[n % grounds.length]!, 90 + ((n * 67) % 260)];
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#eef5f8"/><rect y="330" width="640" height="150" fill="${ground}"/>
    <circle cx="${560 - at / 2}" cy="80" r="34" fill="#ffc84a"/><path d="M${at} 330 v-120 l80 -60 l80 60 v120 z" fill="#fff" stroke="#0d4a40" stroke-width="6"/><rect x="${at + 60}" y="250" width="40" height="80" fill="#1f7b68"/>
    <path d="M${at + 230} 330 l40 -150 l40 150 M${at + 250} 255 h40" fill="none" stroke="#c77700" stroke-width="8"/><path d="M40 ${380 + (n % 3) * 10} h${120 + n * 9} m20 0 h60" stroke="#5aa48f" stroke-width="10" stroke-dasharray="26 14"/></svg>`;
  return sharp(Buffer.from(scene)).jpeg({ quality: 70 }).toBuffer();
}

/** 示例扫描件: a page with lines where words would stand, and a round mark where a seal would. */
export async function drawnPage(n: number): Promise<Buffer> {
  const lines = Array.from({ length: 16 + (n % 5) }, (_, line) => `<path d="M80 ${220 + line * 40} h${430 - ((n * 31 + line * 53) % 170)}" stroke="#5f716a" stroke-width="7"/>`);
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="877"><rect width="620" height="877" fill="#fbfaf6"/><path d="M170 120 h280" stroke="#182b27" stroke-width="16"/>${lines.join('')}
    <circle cx="450" cy="770" r="58" fill="none" stroke="#b3261e" stroke-width="6" opacity="0.7"/></svg>`;
  const { data, info } = await sharp(Buffer.from(page)).jpeg({ quality: 55 }).toBuffer({ resolveWithObject: true });
  return onePagePdf(data, info.width, info.height);
}

/** 示例签字: a line as a finger draws it. */
export function drawnSignature(n: number): Promise<Buffer> {
  const wave = Array.from({ length: 7 }, (_, at) => `q ${18 + n * 3} ${at % 2 ? 46 : -52} ${38 + n} ${at % 3 ? 6 : -8}`).join(' ');
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="360" height="140"><path d="M24 80 ${wave}" fill="none" stroke="#182b27" stroke-width="4" stroke-linecap="round"/></svg>`)).png().toBuffer();
}
