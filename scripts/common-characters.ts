import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { add_word, cut_all } from 'jieba-wasm';

/**
 * 常用字: counts how often each character is met, and writes data/common-characters.json, the most frequent first.
 * The characters are the 3,755 of level 1 of GB 2312; a character's count is that of the words it stands in (alone, or one of two),
 * as the dictionary of the word segmenter gives them. Run again only when that dictionary changes.
 */
const gbk = new TextDecoder('gbk');
const level1 = Array.from({ length: 40 * 94 }, (_, at) => gbk.decode(Uint8Array.of(0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)))).filter((one) => /^\p{Script=Han}$/u.test(one));

/** Every pair of two characters stands somewhere in these lines, so that the segmenter names the pairs that are words. */
const words = new Set<string>();
level1.forEach((first, at) => {
  const line = level1.slice(at).map((second) => first + second).join('') + first + first;
  for (const word of cut_all(line)) if ([...word].length === 2) words.add(word);
});

const counts = new Map(level1.map((one) => [one, Math.max(0, add_word(one) - 1)]));
for (const word of words) {
  const count = add_word(word);
  for (const one of new Set(word)) if (counts.has(one)) counts.set(one, counts.get(one)! + count);
}
const sorted = level1.toSorted((a, b) => counts.get(b)! - counts.get(a)!);
writeFileSync(join(import.meta.dirname, '..', 'data', 'common-characters.json'), `${JSON.stringify({ characters: sorted.join('') })}\n`);
process.stdout.write(`${words.size} words, ${sorted.length} characters: ${sorted.slice(0, 60).join('')}\n`);
