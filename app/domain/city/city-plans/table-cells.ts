import type { Definition } from '#app/domain/city/indicators/model.ts';
import { halfWidth, isTorn, readNumber } from '#app/domain/city/indicators/read-number.ts';
import type { Target } from './model.ts';
import type { TableFaultCode } from './plan-table.ts';

/** 读出的目标: none, one, or what is wrong with it; `year` where the cell itself names one, `isShare` where 0.95 was read as 95 %. */
export type ReadTarget = { target: Omit<Target, 'year'> | null; year?: number; isShare?: boolean } | { wrong: TableFaultCode };

type Of = Pick<Definition, 'kind' | 'unit' | 'direction' | 'least' | 'most'>;
const done = /^(完成|印发|出台|发布|建成|成立|建立|设立|运行|纳入|办成|达标|实现|启动|制定|是|有|√|✓|✔|☑|done|issued|yes|1)/;
const least = /^(?:>=|≥|不低于|不少于|至少|达到|达|保持在|保持|稳定在|>＝)|(?:及以上|以上|以及以上)$/;
const atMost = /^(?:<=|≤|不高于|不超过|不多于|控制在|低于或等于)|(?:及以下|以下|以内|之内)$/;
const stray = /^(?:累计|每年|年均|新增|完成|提高到|提升到|提升至|提高至|降到|降至|下降到|增加到|建成|建设|开展|开设|改造)+/;

/** 读目标: ≥95%、不低于95%、2—3个、500户以上、到2025年达到100%、印发; a bare figure goes the way its indicator should go. */
export function readTarget(text: string, of: Of): ReadTarget {
  let said = halfWidth(text).replaceAll('＞', '>').replaceAll('＜', '<');
  const named = /^(?:到|至)?(20\d\d)年(?:底|末)?(?:前)?[:：,，]?(?=.)/.exec(said);
  if (named) said = said.slice(named[0].length);
  const year = named ? { year: Number(named[1]) } : {};
  if (/^[-—–/\\…]*$/.test(said)) return { target: null, ...year };
  if (of.kind === 'milestone') return done.test(said.toLowerCase()) ? { target: { op: '=', value: 1 }, ...year } : 'value' in readNumber(said, 'count') ? { wrong: 'target-bounds' } : { wrong: 'target-words' };
  if (isTorn(text)) return { wrong: 'number-blanks' };
  said = said.replace(stray, '');
  const range = /^(-?\d+(?:\.\d+)?)[%‰]?[-—–~至到](\d+(?:\.\d+)?)(\D*)$/.exec(said);
  if (range) return inRange(range as unknown as string[], of, year);
  const op = atMost.test(said) ? '<=' : /^>(?!=)|^(高于|超过|大于)/.test(said) ? '>' : least.test(said) ? '>=' : of.direction === 'down' ? '<=' : '>=';
  const bare = said.replace(/^(?:>=|<=|≥|≤|>|<|=|不低于|不少于|至少|达到|达|保持在|保持|稳定在|不高于|不超过|不多于|控制在|高于|超过|大于)+/, '').replace(/(?:及以上|以上|及以下|以下|以内|之内)$/, '').replace(stray, '');
  if (!/\d/.test(bare)) return { wrong: 'target-words' };
  const read = readNumber(bare, of.unit);
  if ('problem' in read) return { wrong: read.problem };
  if (read.value === null) return { target: null, ...year };
  return isOutside(read.value, of) ? { wrong: 'target-bounds' } : { target: { op, value: read.value }, ...year, ...(read.isShare ? { isShare: true } : {}) };
}

function inRange([, low, high, behind]: string[], of: Of, year: { year?: number }): ReadTarget {
  const ends = [low!, high!].map((each) => readNumber(`${each}${behind ?? ''}`, of.unit));
  const [one, other] = ends.map((each) => ('value' in each ? each.value : null));
  if (one === null || one === undefined || other === null || other === undefined || one >= other) return { wrong: 'target-range' };
  return isOutside(one, of) || isOutside(other, of) ? { wrong: 'target-bounds' } : { target: { op: 'range', value: one, max: other }, ...year };
}

const isOutside = (value: number, { least: from, most }: Of) => (from !== null && value < from) || (most !== null && value > most);

/** 读时限: the last day that is meant; nothing for 长期 and the like. */
export function readDue(text: string): string | null | undefined {
  const plain = halfWidth(text);
  if (plain === '' || /^(长期|持续|常态|每年|[-—–/]+$)/.test(plain)) return null;
  const match = /^(?:到|至)?(20\d\d)[-/.年]?(?:(\d{1,2})[-/.月]?(?:(\d{1,2})日?)?)?(年底|底|末|上半年|下半年)?(?:前)?(?:完成)?$/.exec(plain);
  if (!match) return undefined;
  const [, year, month, day, part] = match;
  const at = month ? Number(month) : part === '上半年' ? 6 : 12;
  if (at < 1 || at > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), at, 0)).getUTCDate();
  const on = day ? Number(day) : last;
  return on < 1 || on > last ? undefined : `${year}-${String(at).padStart(2, '0')}-${String(on).padStart(2, '0')}`;
}

/** 去掉编号 that stands before a name: 一、 （8） 8. ; the code of an action is told apart. */
export function unnumbered(text: string): { code: string; name: string } {
  const plain = text.replace(/\s*\n\s*/g, '').trim();
  const coded = /^([A-Z]{1,3}\d{1,3})[\s、.．:：]+(?=\S)/.exec(plain);
  const rest = coded ? plain.slice(coded[0].length) : plain;
  return { code: coded?.[1] ?? '', name: rest.replace(/^(?:第[一二三四五六七八九十]+[项条]?|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d{1,3}[、.．)）](?!\d))\s*/, '').trim() };
}
