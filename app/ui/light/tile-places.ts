export type Tile = { column: number; row: number; code: string; zh: string; en: string };

/** 方格地图：三十四个省级行政区各占一格 the tile map: one square for each of the 34 provinces, by adcode. */
export const tiles: Record<string, Tile> = {
  '11': { column: 6, row: 2, code: 'BJ', zh: '北京', en: 'Beijing' },
  '12': { column: 7, row: 2, code: 'TJ', zh: '天津', en: 'Tianjin' },
  '13': { column: 6, row: 3, code: 'HE', zh: '河北', en: 'Hebei' },
  '14': { column: 5, row: 2, code: 'SX', zh: '山西', en: 'Shanxi' },
  '15': { column: 7, row: 1, code: 'NM', zh: '内蒙古', en: 'Nei Mongol' },
  '21': { column: 8, row: 2, code: 'LN', zh: '辽宁', en: 'Liaoning' },
  '22': { column: 8, row: 1, code: 'JL', zh: '吉林', en: 'Jilin' },
  '23': { column: 8, row: 0, code: 'HL', zh: '黑龙江', en: 'Heilongjiang' },
  '31': { column: 8, row: 4, code: 'SH', zh: '上海', en: 'Shanghai' },
  '32': { column: 7, row: 4, code: 'JS', zh: '江苏', en: 'Jiangsu' },
  '33': { column: 7, row: 5, code: 'ZJ', zh: '浙江', en: 'Zhejiang' },
  '34': { column: 6, row: 4, code: 'AH', zh: '安徽', en: 'Anhui' },
  '35': { column: 7, row: 6, code: 'FJ', zh: '福建', en: 'Fujian' },
  '36': { column: 6, row: 5, code: 'JX', zh: '江西', en: 'Jiangxi' },
  '37': { column: 7, row: 3, code: 'SD', zh: '山东', en: 'Shandong' },
  '41': { column: 5, row: 3, code: 'HA', zh: '河南', en: 'Henan' },
  '42': { column: 5, row: 4, code: 'HB', zh: '湖北', en: 'Hubei' },
  '43': { column: 5, row: 5, code: 'HN', zh: '湖南', en: 'Hunan' },
  '44': { column: 6, row: 6, code: 'GD', zh: '广东', en: 'Guangdong' },
  '45': { column: 5, row: 6, code: 'GX', zh: '广西', en: 'Guangxi' },
  '46': { column: 5, row: 7, code: 'HI', zh: '海南', en: 'Hainan' },
  '50': { column: 4, row: 4, code: 'CQ', zh: '重庆', en: 'Chongqing' },
  '51': { column: 3, row: 4, code: 'SC', zh: '四川', en: 'Sichuan' },
  '52': { column: 4, row: 5, code: 'GZ', zh: '贵州', en: 'Guizhou' },
  '53': { column: 3, row: 5, code: 'YN', zh: '云南', en: 'Yunnan' },
  '54': { column: 2, row: 3, code: 'XZ', zh: '西藏', en: 'Xizang' },
  '61': { column: 4, row: 3, code: 'SN', zh: '陕西', en: 'Shaanxi' },
  '62': { column: 3, row: 2, code: 'GS', zh: '甘肃', en: 'Gansu' },
  '63': { column: 3, row: 3, code: 'QH', zh: '青海', en: 'Qinghai' },
  '64': { column: 4, row: 2, code: 'NX', zh: '宁夏', en: 'Ningxia' },
  '65': { column: 2, row: 2, code: 'XJ', zh: '新疆', en: 'Xinjiang' },
  '71': { column: 8, row: 6, code: 'TW', zh: '台湾', en: 'Taiwan' },
  '81': { column: 7, row: 7, code: 'HK', zh: '香港', en: 'Hong Kong' },
  '82': { column: 6, row: 7, code: 'MO', zh: '澳门', en: 'Macao' },
};

/** 分级：数值落在第几级，0 为零，null 为未纳入 which step of the ramp a value stands on. */
export function levelOf(value: number | null | undefined, bounds: readonly number[]): number | null {
  if (value === null || value === undefined) return null;
  return value === 0 ? 0 : bounds.filter((bound) => value >= bound).length;
}

/** 图例上的一级写成“3–4” one step of the ramp in words. */
export function levelRange(level: number, bounds: readonly number[], andMore: (from: number) => string): string {
  const from = bounds[level - 1],
    to = bounds[level];
  if (level === 0 || from === undefined) return '0';
  if (to === undefined) return andMore(from);
  return to - 1 === from ? String(from) : `${from}–${to - 1}`;
}
