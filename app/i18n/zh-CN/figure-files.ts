import city from './city.ts';
import type { FigureColumn, FigureFaultCode, FigureState } from '#app/domain/city/figure-files/model.ts';

type Sentences = Record<FigureFaultCode, (f: string[]) => string>;
const sentences: Sentences = {
  'region-missing': () => '没有写地区代码。', 'region-code': (f) => `“${f[0]}”不是地区代码。写 2、4、6、9 或 12 位统计用区划代码。`, 'region-unknown': (f) => `没有代码是 ${f[0]} 的地区。请从下载的表里抄代码，不要自己编。`,
  'region-ended': (f) => `${f[0]} ${f[1]} 已经撤销。${f[2] ? `现在是 ${f[2]}，请改用它的代码。` : '请改用现在的代码。'}`, 'region-renamed': (f) => `“${f[0]}”已改名为“${f[1]}”，请核对后改成现在的名称。`,
  'region-name-differs': (f) => `名称写“${f[0]}”，代码 ${f[1]} 却是“${f[2]}”。请改对其中一个。`, 'region-not-yours': (f) => `${f[0]} ${f[1]} 不在您可以登记的范围里。请删去这一行，由那里的人登记。`,
  'indicator-missing': () => '没有写指标编号。', 'indicator-unknown': (f) => `指标库里没有编号 ${f[0]}。请从指标库或模板里抄编号。`, 'indicator-elsewhere': (f) => `指标 ${f[0]} 是别的地区自己建的，这个地区不用。请换成指标库里本地区用得到的编号。`, 'indicator-name-differs': (f) => `名称写“${f[0]}”，编号 ${f[1]} 却是“${f[2]}”。请改对其中一个。`,
  reckoned: (f) => `${f[0]} 由公式算出，不能填。请删去这一行。`, 'unit-differs': (f) => `单位写“${f[0]}”，这个指标的单位是“${city.units[f[1] as keyof typeof city.units] || '是否办成'}”。请按这个单位写数，并把单位改过来。`, 'group-unknown': (f) => `这个指标没有“${f[0]}”这个分组。全体就留空。`,
  'period-missing': () => '没有写期次。', 'period-unreadable': (f) => `看不懂期次“${f[0]}”。写 2025、2025Q2、2025年上半年或 2025-06，并与指标的频率相合。`, 'period-to-come': (f) => `${f[0]} 还没有结束，不能登记。请核对年份；没有写错的，等这一期过完再报。`, 'year-differs': (f) => `期次是 ${f[0]}，表名或标题写的是 ${f[1]} 年。请改成一样。`,
  'swapped-region-indicator': (f) => `“${f[0]}”是指标编号，“${f[1]}”是地区代码：这两列填反了。`, 'swapped-period-value': (f) => `期次写“${f[0]}”，数值写“${f[1]}”：这两列填反了。`, 'swapped-parts': (f) => `分子 ${f[0]} 大于分母 ${f[1]}，调换以后正好等于所填的数：这两列填反了。`,
  'other-place': (f) => `${f[0]} 不是这张填报表的地区。请删去这一行，只留本单位的。`, 'other-period': (f) => `${f[0]} 不是这张填报表的期次。请改成表里原来的期次。`, 'other-cell': (f) => `这张填报表不要 ${f[0]} 这个数，或者它已经有数。请删去这一行。`,
  merged: (f) => `${f[0]} 是合并的格，不知道数是哪一行的。请取消合并，每行都写。`, double: (f) => `与 ${f[0]} 是同一个地区、指标和期次，只留一行。`, locked: (f) => `已经锁定的数是 ${f[0]}，不能在这里改。要更正，请组织填报的一方退回。`, 'in-sheet': (f) => `这个单位的 ${f[0]} 正在填报，请填进填报表，由另一个人审核。`, 'head-twice': (f) => `“${f[0]}”这一列重复了，只留一列。`, 'text-long': (f) => `太长，最多 ${f[0]} 个字。`,
  'number-unreadable': (f) => `“${f[0]}”看不懂是多少。请只写数字，例如 1200 或 95%；没有数就空着。`, 'number-is-date': (f) => `“${f[0]}”是日期，不是数。多半是 Excel 自动改的，请把格式改成文本再写。`, 'number-not-exact': (f) => `“${f[0]}”不是确切的数。请写实际的数，去掉“约”“以上”“余”这样的字。`, 'number-negative': (f) => `“${f[0]}”是负数，数出来的数不会少于 0。没有就写 0，不知道就空着。`,
  'number-one-unclear': () => '只写 1，看不出是 1% 还是 100%。请写百分号。', 'number-wrong-sign': (f) => `“${f[0]}”是百分比，这里要写的是数出来的数量。请写实际有多少，例如 30，不要带百分号。`, 'number-range': (f) => `“${f[0]}”是一个范围。这里只能写一个数，请写实际的数。`,
  'number-blanks': (f) => `“${f[0]}”中间有空格，不知道是一个数还是两个数。请去掉空格。`, 'number-not-whole': (f) => `“${f[0]}”有小数。人、户、处、所、个这样数出来的，要写整数。`,
  'value-one-part': () => '只写了分子、分母中的一个。请两个都写，或者都不写。', 'value-of-nothing': () => '分母是 0。一个对象都没有的，比率就没有数，请把这一行的数空着。', 'value-more-than-whole': (f) => `分子 ${f[0]} 大于分母 ${f[1]}：符合的不会比总数还多。请核对，或看看是不是填反了。`, 'value-not-its-parts': (f) => `数值 ${f[0]} 不等于 ${f[1]} ÷ ${f[2]}。请核对；写了分子、分母，数值可以空着。`, 'value-out-of-bounds': (f) => `“${f[0]}”超出了这个指标可能的范围。请看看是不是多写了一位，或者写错了单位。`,
};

/** 数值表: figures as Excel files. */
export default {
  title: '数值表', lead: '下载已写好地区、指标和期次的 Excel，填好再上传。有一格不对，就一个数都不登记。',
  template: '下载模板', templateLead: '已有的数也写在表里，改了就是更正。最多 110,000 行。', plan: '计划', codes: '指标编号', codesHint: '用逗号隔开，例如 A08-1, A10-2。选了计划就不用写。', region: '地区', below: '填哪些地区', belows: { own: '只填这个地区', children: '填它的下一级各地区' }, period: '期次', periodHint: '2025、2025Q2、2025年上半年、2025-06 都可以。',
  file: '填好的表（.xlsx，最大 20 MB、110,000 行）', fileHint: '上传先检查。列的次序不限，95%、95、0.95 和全角数字都看得懂。', bring: '上传并检查',
  mine: '我上传的表', none: '还没有上传过。', columnsOf: { file: '文件', at: '上传时间（北京）', rows: '数', state: '状态' },
  states: { checking: '正在检查', wrong: '有毛病', ready: '等您确认', writing: '正在登记', done: '已登记' } satisfies Record<FigureState, string>,
  preview: (file: string) => `“${file}”`, progress: (done: number, total: number) => `${done} / ${total} 行`, reading: '正在打开文件……',
  faults: (many: number) => `有 ${many} 处毛病，一个数都没有登记`, faultsLead: '在原来的表里按下面的位置改好，再上传一次。', mostFaults: (shown: number) => `只列出前 ${shown} 处。`, faultsSheet: '下载毛病清单', faultsFile: '毛病清单',
  good: '没有毛病，可以登记。', doneLead: '全部登记了。', counts: { rows: '有数的行', fresh: '新登记', changed: '更正', same: '没有变化', empty: '没有数的行', regions: '地区', indicators: '指标', shares: '当作百分比的小数（0.95 → 95%）' },
  where: '位置', what: '毛病', corrections: '要更正的数', correctionsMost: (shown: number) => `只列出前 ${shown} 个。`, was: '原来', is: '改为', place: '地区', indicator: '指标', of: '期次',
  take: (many: number) => `登记 ${many} 个数`, reason: '更正的理由', reasonHint: '原来的数和理由一起保留。', drop: '放弃', dropAsk: '放弃这份表？没有任何数会改动。', again: '再上传一份', nothingNew: '表里的数与已有的一样，不用登记。',
  columns: { region: '地区代码', regionName: '地区', indicator: '指标编号', indicatorName: '指标', unit: '单位', group: '分组', period: '期次', value: '数值', numerator: '分子', denominator: '分母', source: '来源', reason: '原因或说明' } satisfies Record<FigureColumn, string>,
  fileName: (period: string) => `数值表-${period}`, sheetName: (period: string) => `数值表 ${period}`, sentences,
  sheet: { title: '用 Excel 填这张表', get: '下载这张表', lead: '下载、填好、上传；有一格不对，就一格都不填。没有数的空着，在“原因或说明”一列写明。上传以后还要回到表里核对、交表。', filled: (many: number, left: number) => `文件里的 ${many} 格已经填进表。${left > 0 ? `另有 ${left} 格文件里空着，表里保持原样。` : ''}请核对后交表。`, back: '回到填报表', fill: '用 Excel 填', faults: (many: number) => `有 ${many} 处毛病，一格都没有填` },
};
