import { levelOf, levels } from './model.ts';
import { endingsAbove, endingsOfCommittees, endingsOfTownships, knownNames, ofPeoples, peoples } from './place-words.ts';

/** 规则版次: raised with every change of these rules, so that names are made anew. */
export const namingRules = 1;

export type Named = { code: string; name: string; /** Pinyin without tones, one for each sign; ü is v. */ readings: readonly string[] };

/** 英文地名: how English names a place: by custom where there is one, else its pinyin and what kind of place it is. */
export function placeName({ code, name, readings }: Named): string {
  const level = levelOf(code);
  const known = level <= levels.county ? (knownNames[name] ?? knownNames[code.slice(0, 2) + name]) : undefined;
  if (known) return known;
  if (level <= levels.township) {
    const autonomous = namedAfterPeoples(name);
    if (autonomous) return `${spelt(readings.slice(0, autonomous.stem))} ${autonomous.kind}`.trim();
  }
  const endings = level <= levels.county ? endingsAbove : level === levels.township ? endingsOfTownships : endingsOfCommittees;
  const [ending, kind] = endings.find(([zh]) => name.endsWith(zh) && name.length > zh.length) ?? ['', ''];
  const stem = [...name].length - ending.length;
  // 单县 is Shanxian County: a name of one sign keeps its ending.
  if (stem === 1 && ending.length === 1) return `${spelt(readings)} ${kind}`;
  const own = readings.slice(0, stem);
  const words = isPaired({ code, name: name.slice(0, stem), kind: kind ?? '' }) ? inPairs(name, own) : [own];
  return `${words.map(spelt).join(' ')} ${kind}`.trim() || name;
}

/** 自治地方: the peoples stand between the place and its kind. */
function namedAfterPeoples(name: string): { stem: number; kind: string } | undefined {
  const kind = ofPeoples.find(([zh]) => name.endsWith(zh));
  if (!kind) return undefined;
  let rest = name.slice(0, -kind[0].length);
  const found: string[] = [];
  for (let people = last(rest); people && (rest.length > people[0].length || found.length === 0); people = last(rest)) {
    found.unshift(people[1]);
    rest = rest.slice(0, -people[0].length);
  }
  if (found.length === 0) return undefined;
  const joined = found.length > 1 ? `${found.slice(0, -1).join(', ')} and ${found.at(-1)}` : found[0]!;
  return { stem: rest.length, kind: `${joined} ${kind[1]}` };
}

const last = (rest: string) => peoples.find(([zh]) => rest.endsWith(zh));

/**
 * 分词: the names of new estates and of development zones are pairs of signs (滨湖世纪, 合肥新站). Words of other languages
 * written in Chinese signs, and what began as a village, are one word.
 */
function isPaired({ code, name, kind }: { code: string; name: string; kind: string }): boolean {
  if (/^(15|54|63|65)/.test(code) || /[庄村屯营寨店湾桥坝堡岭沟街路]$/.test(name)) return false;
  if (levelOf(code) === levels.county) return / (Zone|Park|Area)$/.test(kind);
  return kind === 'Community' && (name.length === 4 || name.length === 6);
}

function inPairs(name: string, readings: readonly string[]): string[][] {
  const city = name.slice(0, readings.length).indexOf('市');
  if (city < 2) return pairs(readings);
  return [readings.slice(0, city), ...pairs(readings.slice(city + 1))];
}

function pairs(readings: readonly string[]): string[][] {
  if (readings.length <= 3) return readings.length > 0 ? [[...readings]] : [];
  return [readings.slice(0, 2), ...pairs(readings.slice(2))];
}

/** One word in pinyin: Xi’an with its mark, Lüliang with its dots. */
function spelt(readings: readonly string[]): string {
  let word = '';
  for (const reading of readings) {
    const sound = reading.replace('v', 'ü');
    word += word !== '' && /^[aoe]/.test(sound) && /[a-zü]$/.test(word) ? `’${sound}` : sound;
  }
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
