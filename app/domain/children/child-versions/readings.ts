import { pinyin } from 'pinyin-pro';

/** 注音: one character with its reading, or a run without one (figures, Latin letters, punctuation). */
export type Read = { text: string; reading: string };

/** 改过的读音: the place of a character in the text, counted in characters, and its reading. */
export type Corrections = Readonly<Record<number, string>>;

/** What the dictionary reads wrongly in words children meet often. */
const known: [phrase: string, readings: string][] = [
  ['种了', 'zhòng le'], ['种上', 'zhòng shàng'], ['种树', 'zhòng shù'], ['种花', 'zhòng huā'], ['做得', 'zuò de'], ['说得', 'shuō de'], ['跑得', 'pǎo de'], ['觉得', 'jué de'], ['听得懂', 'tīng de dǒng'],
  ['看得懂', 'kàn de dǒng'], ['看得见', 'kàn de jiàn'], ['信得过', 'xìn de guò'], ['告诉', 'gào su'], ['地方', 'dì fang'], ['关系', 'guān xi'], ['名字', 'míng zi'], ['晚上', 'wǎn shang'], ['地址', 'dì zhǐ'],
  ['数一数', 'shǔ yì shǔ'], ['好玩', 'hǎo wán'], ['意思', 'yì si'], ['东西', 'dōng xi'], ['喜欢', 'xǐ huan'], ['知道', 'zhī dào'], ['明白', 'míng bai'], ['朋友', 'péng you'],
  ['教大人', 'jiāo dà rén'], ['教爸爸', 'jiāo bà ba'], ['建得', 'jiàn de'], ['过得怎么', 'guò de zěn me'], ['付得起', 'fù de qǐ'], ['找得到', 'zhǎo de dào'], ['看得清', 'kàn de qīng'], ['长得', 'zhǎng de'],
];

const kept = new Map<string, Read[]>();
const mostKept = 2000;

/** 给一句话注音: every Chinese character with its reading in its sentence; what a writer corrected wins. */
export function readingsOf(text: string, corrections: Corrections = {}): Read[] {
  const isPlain = Object.keys(corrections).length === 0;
  const before = isPlain ? kept.get(text) : undefined;
  if (before) return before;
  const parts = pinyin(text, { type: 'all', toneSandhi: true }).map(({ origin, pinyin: reading, isZh }) => ({ text: origin, reading: isZh ? reading : '' }));
  for (const [phrase, readings] of known) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      const first = Array.from(text.slice(0, at)).length;
      for (const [index, reading] of readings.split(' ').entries()) {
        const part = parts[first + index];
        if (part) part.reading = reading;
      }
    }
  }
  for (const [at, reading] of Object.entries(corrections)) if (parts[Number(at)]?.reading) parts[Number(at)]!.reading = reading;
  if (isPlain) {
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(text, parts);
  }
  return parts;
}
