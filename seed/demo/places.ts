/** 申报单位 of the story: a government, the unit it puts forward, and the name on its letter. Codes and names of places are real, all else is invented. */
export type Place = {
  key: string;
  government: string;
  governmentName: string;
  unit: string;
  unitName: string;
  district: string;
};

const place = (key: string, government: string, governmentName: string, unit: string, unitName: string, district: string): Place => ({
  key, government, governmentName, unit, unitName, district,
});

const areaCodes: Record<string, string> = {
  11: '010', 31: '021', 32: '025', 33: '0571', 34: '0551', 35: '0592', 37: '0531', 42: '027', 43: '0731', 44: '0755', 51: '028', 61: '029',
};

/** 示例电话: the real area code and an invented number. */
export function phoneOf({ government }: Place): string {
  return `${areaCodes[government.slice(0, 2)]}-6000${government.slice(-4)}`;
}

/** 第一批: pilots today, in nine provinces. */
export const firstPlaces = [
  place('wangjing', '110105026', '望京街道办事处', '110105026049', '爽秋路社区', '北京市朝阳区'),
  place('hongshan', '320102008', '红山街道办事处', '320102008001', '营苑社区', '南京市玄武区'),
  place('kangjian', '310104013', '康健新村街道办事处', '310104013028', '师大新村', '上海市徐汇区'),
  place('zhuantang', '330106010', '转塘街道办事处', '330106010026', '美院社区', '杭州市西湖区'),
  place('fangxing', '340111401', '方兴社区管理委员会', '340111401', '方兴社区', '合肥市包河区'),
  place('lianhua', '440304008', '莲花街道办事处', '440304008003', '莲花北社区', '深圳市福田区'),
  place('yulin', '510107005', '玉林街道办事处', '510107005011', '跳伞塔社区', '成都市武侯区'),
  place('daoxiang', '340104002', '稻香村街道办事处', '340104002', '稻香村街道', '合肥市蜀山区'),
  place('tongan', '340111011', '同安街道办事处', '340111011', '同安街道', '合肥市包河区'),
  place('shishan', '320505002', '狮山街道办事处', '320505002', '狮山街道', '苏州市虎丘区'),
  place('jiangcun', '330106011', '蒋村街道办事处', '330106011', '蒋村街道', '杭州市西湖区'),
  place('wenyi', '430102001', '文艺路街道办事处', '430102001', '文艺路街道', '长沙市芙蓉区'),
  place('yuehai', '440305007', '粤海街道办事处', '440305007', '粤海街道', '深圳市南山区'),
  place('dayanta', '610113002', '大雁塔街道办事处', '610113002007', '建苑社区', '西安市雁塔区'),
] as const;

/** 第二批: decided; the list is under public notice. */
export const secondPlaces = [
  place('wucun', '350203008', '梧村街道办事处', '350203008005', '金榜山社区', '厦门市思明区'),
  place('nanhu', '420106015', '南湖街道办事处', '420106015002', '中央花园社区', '武汉市武昌区'),
  place('yanshan', '370102010', '燕山街道办事处', '370102010', '燕山街道', '济南市历下区'),
  place('hupo', '340104003', '琥珀街道办事处', '340104003', '琥珀街道', '合肥市蜀山区'),
  place('wuhulu', '340111003', '芜湖路街道办事处', '340111003006', '南园社区', '合肥市包河区'),
] as const;

/** 第三批: open now; one place for each state. */
export const thirdPlaces = {
  inReview: place('hongshan', '320102008', '红山街道办事处', '320102008005', '曹后社区', '南京市玄武区'),
  complete: place('luogang', '340111001', '骆岗街道办事处', '340111001', '骆岗街道', '合肥市包河区'),
  resubmitted: place('changqing', '340111002', '常青街道办事处', '340111002', '常青街道', '合肥市包河区'),
  returned: place('wuhulu', '340111003', '芜湖路街道办事处', '340111003001', '兰亭社区', '合肥市包河区'),
  submitted: place('wanghu', '340111005', '望湖街道办事处', '340111005001', '望湖社区', '合肥市包河区'),
  draft: place('binhu', '340111400', '滨湖世纪社区管理委员会', '340111400006', '观湖居民委员会', '合肥市包河区'),
} as const;

/** 滨湖世纪社区: the pilot of the programme's own leaflet, at sub-district level; its own application is left for whoever tries the system. */
export const binhu = '340111400';

/** 全部: every place once, for the organisations and for what is known of the units. */
export const places: readonly Place[] = [...firstPlaces, ...secondPlaces, ...Object.values(thirdPlaces)];

/** Where experts live, or what they are tied to, in whose district nobody applies. */
const expertHomes = ['530102', '210102', '620102', '350102', '440306'];

/** 所需区划: what a database must hold for the story to be told. */
export const neededRegions = [...new Set(places.map(({ government }) => government)), binhu, ...expertHomes];
