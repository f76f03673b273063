/** 区划层级: the length of a code says its level. */
export const levels = { province: 1, city: 2, county: 3, township: 4, community: 5 } as const;
export type Level = (typeof levels)[keyof typeof levels];

const lengths = [2, 4, 6, 9, 12];

/** 区划种类: what the last digits of a code say about the unit (统计用区划代码编制规则). */
export const kinds = [
  'province',
  'city',
  'county',
  'subdistrict', // 街道
  'town', // 镇
  'township', // 乡
  'township-like', // 类似乡级单位
  'farm', // 农场、林场等
  'community', // 居民委员会
  'village', // 村民委员会
  'community-like', // 类似居民委员会
  'village-like', // 类似村民委员会
] as const;
export type Kind = (typeof kinds)[number];

/** 行政区划代码: the digits of a province, city, county, township or committee and nothing else. */
export function isRegionCode(code: string): boolean {
  return /^[1-9]\d{1,11}$/.test(code) && lengths.includes(code.length);
}

/** 层级 1–5; 0 stands for the nation. */
export function levelOf(code: string): number {
  return code === '' || code === '*' ? 0 : lengths.indexOf(code.length) + 1;
}

/** 种类: read from the last three digits. */
export function kindOf(code: string): Kind {
  const level = levelOf(code);
  if (level <= 3) return (['province', 'city', 'county'] as const)[level - 1] ?? 'province';
  const tail = Number(code.slice(-3));
  if (level === 4) {
    if (tail < 100) return 'subdistrict';
    if (tail < 200) return 'town';
    if (tail < 400) return 'township';
    return tail < 500 ? 'township-like' : 'farm';
  }
  if (tail < 200) return 'community';
  if (tail < 400) return 'village';
  return tail < 500 ? 'community-like' : 'village-like';
}

/** 占位区划: names the statistical tables put where a level is missing (市辖区、省直辖县级行政区划；东莞、中山、儋州、嘉峪关). */
const syntheticCodes = ['1101', '1201', '3101', '4190', '4290', '4690', '5001', '5002', '6590', '441900', '442000', '460400', '620201'];

/** Whether a unit only fills a gap of the tables: it is passed over on pages. */
export function isSynthetic(code: string): boolean {
  return syntheticCodes.includes(code);
}

/** 虚拟社区: a committee that exists in the statistics only. */
export function isVirtual(code: string, name: string): boolean {
  return levelOf(code) === levels.community && /虚拟(社区|生活区)/.test(name);
}

/** 辖区包含: a code contains every code it prefixes; '*' is the nation, and the empty code contains nothing. */
export function contains(outer: string, inner: string): boolean {
  if (outer === '*') return true;
  return outer !== '' && inner.startsWith(outer);
}

/** 上级代码: the codes above this one, nearest first, synthetic ones included. */
export function parentCandidates(code: string): string[] {
  return lengths.filter((length) => length < code.length).map((length) => code.slice(0, length)).toReversed();
}

/** 下一级代码的长度: how many digits the units right below a region have; undefined below a committee, where nothing lies. */
export const lengthBelow = (code: string): number | undefined => lengths[levelOf(code)];

/** 变更种类: another name, another code, several into one, one into several. */
export const changeKinds = ['rename', 'recode', 'merge', 'split'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** 变更状态: a grave one waits for a second person, then each waits for its day. */
export const changeStates = ['proposed', 'confirmed', 'applied', 'undone'] as const;
export type ChangeState = (typeof changeStates)[number];

/** 变更表的一行: the unit before and after. */
export type ChangeLine = { kind: ChangeKind; fromCode: string; fromName: string; toCode: string; toName: string };

/** 重大变更: everything but another name for one township, street or community wants a second person. */
export function isGrave(lines: readonly ChangeLine[]): boolean {
  return lines.length !== 1 || lines[0]!.kind !== 'rename' || levelOf(lines[0]!.fromCode) <= 3;
}
