import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { type Place, places } from '#seed/demo/places.ts';
import { root } from './run.ts';

// Draws the blank letters of data/demo once, on a machine with the Noto CJK fonts; the demo adds date and seal by itself.

const folder = path.join(root, 'data/demo/letters');
const [width, height] = [827, 1169];
const serif = `font-family="Noto Serif CJK SC"`;

/** 意见函: what a sub-district writes when it agrees, with the day and the seal left out. */
function letter({ governmentName, unit, government, unitName, district }: Place): string {
  const level = governmentName.endsWith('社区管理委员会') ? '社区' : '街道';
  const itself = unit === government;
  const about = itself ? `我${level}` : `${unitName}`;
  const paragraphs = [
    '中国儿童友好社区促进计划办公室：',
    `　　经研究，我${level}同意${itself ? '以本辖区为试点单位' : `推荐${about}`}申报儿童友好社区试点，并由我${level}牵头推进。现将意见函告如下：`,
    `　　一、同意申报。儿童友好社区建设已列入我${level}年度重点工作，由主要负责同志负总责。`,
    '　　二、建立机制。成立工作专班，民政、妇联、教育、卫生、规划等有关方面参加，每季度会商一次，儿童代表列席。',
    '　　三、落实保障。统筹社区公共服务资金，配备专职社工和儿童主任，公开经费使用情况。',
    '　　四、接受评估。如实填报材料，接受专家评审和社会监督。',
    '　　特此函告。',
  ];
  const lines = paragraphs.flatMap((text) => wrap(text, 34));
  const body = lines.map((line, index) => `<text xml:space="preserve" x="92" y="${330 + index * 36}" font-size="19" ${serif}>${line}</text>`).join('');
  const end = 880;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <rect width="100%" height="100%" fill="#fff"/>
    ${watermark}
    <text x="413" y="52" font-size="15" fill="#888" text-anchor="middle" ${serif}>样件 · 示例 · 内容虚构，不具效力</text>
    <text x="413" y="136" font-size="34" font-weight="bold" fill="#c0272d" text-anchor="middle" ${serif}>${district}</text>
    <text x="413" y="184" font-size="34" font-weight="bold" fill="#c0272d" text-anchor="middle" ${serif}>${governmentName}</text>
    <rect x="84" y="208" width="659" height="3" fill="#c0272d"/>
    <text x="413" y="268" font-size="26" font-weight="bold" text-anchor="middle" ${serif}>关于申报儿童友好社区试点的意见</text>
    ${body}
    <text x="735" y="${end}" font-size="19" text-anchor="end" ${serif}>${district}${governmentName}</text>
    <text x="413" y="1128" font-size="15" fill="#888" text-anchor="middle" ${serif}>样件 · 示例 · 内容虚构，不具效力</text>
  </svg>`;
}

const watermark = `<text x="413" y="760" font-size="150" fill="#efefef" text-anchor="middle" transform="rotate(-28 413 720)" ${serif}>示　例</text>`;

/** 样章: a ring with the words that it is an example; no star, no name of an office. */
const seal = `<svg xmlns="http://www.w3.org/2000/svg" width="190" height="190" viewBox="0 0 190 190">
  <circle cx="95" cy="95" r="86" fill="none" stroke="#d0312d" stroke-width="6"/>
  <circle cx="95" cy="95" r="77" fill="none" stroke="#d0312d" stroke-width="1.5"/>
  <text x="95" y="80" font-size="26" font-weight="bold" fill="#d0312d" text-anchor="middle" ${serif}>示例单位</text>
  <text x="95" y="118" font-size="36" font-weight="bold" fill="#d0312d" text-anchor="middle" ${serif}>样　章</text>
  <text x="95" y="146" font-size="17" fill="#d0312d" text-anchor="middle" ${serif}>不具效力</text>
</svg>`;

/** Full stops and commas do not begin a line. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if ([...line].length >= most && !'，。、；：）'.includes(letter)) {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return [...lines, line];
}

mkdirSync(folder, { recursive: true });
for (const place of places) {
  if (place.unit.startsWith('340111400')) continue;
  await sharp(Buffer.from(letter(place))).png({ palette: true, colours: 12, effort: 10 }).toFile(path.join(folder, `${place.unit}.png`));
}
await sharp(Buffer.from(seal)).png({ palette: true, colours: 8 }).toFile(path.join(folder, 'seal.png'));
