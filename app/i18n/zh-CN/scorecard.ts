/** 记分卡 for everybody. */
export default {
  title: (place: string) => `${place}儿童友好记分卡`,
  lead: '行动计划里答应孩子的事，做到了哪一步。没有报来的写“未报”，不当作没做，也不当作做到了。',
  none: '这里还没有公布的行动计划，所以还没有记分卡。', plans: '看各地的行动计划',
  example: '示例', exampleWhy: '这是演示：数字都是虚构的，不要引用；目标出自哪里见计划的说明。',
  years: '年份', year: (year: number) => `${year} 年`, of: (place: string) => `按${place}的计划`,
  child: { title: '给小朋友看的一页', text: '图画和短句子，有拼音，可以读给你听。', open: '打开小朋友的一页' },
  numbers: { title: '总的情况', all: '答应的事', done: '做到了', behind: '落后', missing: '未报', hidden: '不公开', items: '件', demo: '示例' },
  areas: ['其他', '受到重视和尊重', '能说出自己的想法', '有人照顾、上学、看病', '安全干净的地方', '和家人在一起、玩'] as readonly string[],
  sentence: (kept: { all: number; done: number; going: number; behind: number; missing: number; later: number; hidden: number }) => `答应 ${kept.all} 件：${[kept.done > 0 ? `做到 ${kept.done} 件` : '', kept.going > 0 ? `按进度 ${kept.going} 件` : '', kept.behind > 0 ? `落后 ${kept.behind} 件` : '', kept.missing > 0 ? `未报 ${kept.missing} 件` : '', kept.later > 0 ? `还没到期 ${kept.later} 件` : '', kept.hidden > 0 ? `为保护个别地区的孩子不公开 ${kept.hidden} 件` : ''].filter(Boolean).join('，')}。`,
  areasTitle: '五个方面', areasLead: '一个方格是一件答应的事。', key: { done: '做到了', going: '按进度', behind: '▼ 落后，▼▼ 明显落后', missing: '未报', later: '还没到期', hidden: '为保护个别地区的孩子，不公开' },
  official: (name: string) => `正式名称：${name}`, table: { name: '答应的事', target: '目标', actual: '现在', state: '状态', period: '哪一期的数' },
  lights: { reached: '做到了', 'on-path': '按进度', behind: '落后', 'far-behind': '明显落后', 'no-figure': '未报', 'not-due': '还没到期', 'not-asked': '—', hidden: '不公开' },
  small: '为保护个别地区的孩子，不公开', toHold: (line: string) => `要保持 ${line}，低一点也算落后`, byNow: (line: string) => `到这一期应做到 ${line}`, done: '办成了', doneIn: (year: number) => `${year} 年办成`, notDone: '还没办成', missing: '未报',
  districts: '各区县的记分卡', data: '数据和来源', whole: '整个计划和每个数的来源', json: '全部数据（JSON）', up: (place: string) => `${place}的记分卡`,
  how: '按联合国儿基会儿童友好城市的五个目标领域归类。状态看的是：到数字那一期为止，做到的和应该做到的差多少，差 5% 以上算落后；要保持的，低于那条线就算落后。人数太少、会让人认出是谁的，或者从它能算出这样的数的，只算在“不公开”里，不说做到了没有。',
};
