/** 新建指标, and the crosswalk of the library. */
export default {
  start: '新建指标', title: '新建指标', make: '新建',
  lead: '指标库里没有的才新建：先搜一搜，同一件事不要有两个指标。新建以后，行动和计划表里写它的名称就认得。',
  what: '叫什么、量什么', how: '怎么算', who: '谁报、多久报一次', speaks: '对应什么',
  whatNote: '种类、单位和累计方式以后不能改。', speaksNote: '可以都不填。填了，公众从细则那一页就能看到这个指标。',
  everybody: '全国通用', region: '哪里用',
  regionHint: '只有这个地区和它的下级用得到。',
  code: '编号', codeHint: '不填就按地区自动编，例如 C3401-1。自己编时地区的以 C、区划代码和连字号开头，后面用字母、数字，一共最多 20 位。',
  enHint: '不填就先用中文。', unit: '单位', unitHint: '占比选 %、‰ 或每千人；印发文件这样的事不选单位，种类选里程碑。', accumulation: '累计方式',
  partsHint: '占比要写明分子和分母（或者写公式），各地才算得一样。', least: '最小值', most: '最大值', boundsChangeHint: '超出的数填报时会被拦下；空着，这一边就没有界限。占比去掉最大值，分子大于分母也不再拦。', boundsHint: '超出的数填报时会被拦下；占比空着就是 0 到 100。',
  formulaHint: '能由别的指标算出来的才写，写了就不用人填。例：A09-1 ÷ A06-2；累计(A09-1) 是各年相加。单位会核对，占比不用乘 100。',
  dimensions: '按什么分组', dimension: { age: '年龄', gender: '性别', mode: '方式' } as Record<string, string>, groupsOf: (names: readonly string[]) => `（${names.join('、')}）`,
  standard: '规范细则', standardHint: '编号之间用顿号或空格，例如 B2.3、A3.1。', outline: '全国纲要的指标', outlineHint: '例如 H-10、W-1。', unicef: '联合国儿基会目标领域', reason: '新建的理由', reasonHint: '例如：三年行动计划第 8 项新设。',
  made: '已新建。', region_: '范围', scope: '适用', ofEverybody: '全国', filter: { rule: '规范细则', outline: '全国纲要', unicef: '儿基会目标' },
  forRule: (rule: string) => `服务细则 ${rule} 的指标`,
  formula: {
    things: '件', bare: '比值', unreadable: (at: number, rest: string) => `从第 ${at} 个字“${rest}”起看不懂。可以写指标编号、数字、+ - × ÷、括号和“累计(编号)”。`,
    unfinished: '没有写完，或者括号没有成对。', tooLong: '太长，最多 400 个字符。', itself: '绕了一圈又用到了这个指标自己。', unknown: (codes: readonly string[]) => `指标库里没有 ${codes.join('、')}。`,
    adds: (left: string, right: string) => `“${left}”和“${right}”不是一类的量，不能相加减。`, outcome: (got: string, unit: string) => `算出来的是“${got}”，这个指标的单位是“${unit}”，对不上。请核对公式，或者换单位。`,
    scaled: (by: number, unit: string) => `单位是“${unit}”，系统会自己换算，请去掉“× ${by}”，否则大了 ${by} 倍。`,
  },
  wrong: {
    parts: '单位是占比，请写明分子和分母，或者写公式。', half: '分子和分母要一起写。', bounds: '最小值要小于最大值。', milestone: '里程碑没有分子、分母、公式、分组和最小、最大值，请清空。', named: (code: string) => `已经有同名的指标 ${code}，请直接用它，或者换一个说得更准的名称。`,
    rule: (ids: readonly string[]) => `规范里没有 ${ids.join('、')}。`, outline: (codes: readonly string[]) => `指标库里没有 ${codes.join('、')}。`, many: (most: number) => `这个地区自己的指标已经有 ${most} 个，不能再多。请先用指标库里已有的；确实不够的，请联系促进计划办公室，由它新建全国通用的指标。`, dimension: (given: readonly string[]) => `没有“${given.join('”“')}”这样的分组，请只勾选列出的分组。`,
    prefix: (start: string) => `这个地区自己的编号要以 ${start} 开头，或者空着由系统编。`, code: '这个编号已经有了，换一个。', direction: '里程碑的方向是“办成”，数字的方向选别的。',
  },
  define: '新建这个指标', servesTitle: '哪些指标和行动服务这一条', servesNone: '还没有指标对应这一条。', servesIn: (plan: string) => plan, servesPlace: '地区', servesStands: '办到哪一步', plan: '计划', action: '行动', indicator: '指标',
};
