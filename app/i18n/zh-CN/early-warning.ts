import { fewJudged } from '#app/domain/city/early-warning/model.ts';
import { percentOf } from '#app/domain/city/early-warning/trajectory.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Ground, Outcome, RuleCode, Settings, StepKind } from '#app/domain/city/early-warning/model.ts';

const onDay = (day: string | null) => (day === null ? '' : shortDay(day, 'zh-CN'));
type Said = (value: number | null) => string;
/** Said after the ground that leads, of those with the same cause. */
const also: Record<RuleCode, string> = { W1: '后面应报的数还没有来。', W2: '也落后于进度。', W3: '也低于要保持的线。', W4: '变化也不寻常。', W5: '目标到期也没有达到。', W6: '数也自相矛盾。' };

/** 监测预警: the pages at the desk. */
export default {
  title: '监测预警',
  lead: '每天夜里按规则看一遍所有数。先由一个人答复原因和措施，再由另一个人判断属实不属实。没有报来的数不当作 0。',
  none: '没有这样的预警。换一个筛选条件再看。', noneWaiting: { open: '没有等答复的预警。每天夜里再看一遍，有新的会告诉您。', answered: '没有等判断的答复。' },
  allRules: '预警规则',
  all: '全部',
  nation: '全国',
  levels: { yellow: '黄', orange: '橙', red: '红' },
  states: { open: '待答复', answered: '待办结', closed: '已办结', ended: '自行解除' },
  measure: {
    due: '措施到期待确认', title: '措施做完了吗', lead: (day: string, isDue: boolean) => (isDue ? `答应在 ${day}前完成的措施，日子到了，还没有人确认。` : `答应在 ${day}前完成；提前做完的，现在就可以确认。`),
    seen: '看到了什么', seenHint: '谁、什么时候做完的，凭什么知道', confirm: '确认已完成', others: '由没有承办或者答复过这条预警、可以办结它的同事来确认。',
  },
  unwatched: '不再监测', endedTab: '解除或不再监测',
  filters: { region: '地区', level: '级别', rule: '规则', mine: '我承办的', outcome: '结果', from: '发出日期从', until: '到' },
  outcomes: { real: '属实', false: '不属实', unjudged: '没有判断', unwatched: '不再监测' } satisfies Record<Outcome, string>,
  found: (many: number, isFolded: boolean): string => `共 ${many} 条预警${isFolded ? '，同一天同一个地方未报的合成一行' : ''}`,
  file: { place: '地区', code: '指标编号', indicator: '指标', answeredOn: '答复日期', answeredBy: '答复人', closedOn: '判断日期', closedBy: '判断人', endedOn: '解除日期' },
  several: {
    title: '勾选几条，一起定承办人', which: '预警', pick: '选', one: (what: string) => `选中：${what}`, me: (name: string) => `我（${name}）`, others: '要定给别人，先在上面的筛选里选一个地区。', done: { assign: (many: number) => `${many} 条预警定了承办人。`, answer: (many: number) => `${many} 条预警已经答复，等另一个人判断。`, close: (many: number) => `${many} 条预警已经办结。` }, refused: (many: number) => `${many} 条没有办成：`,
  },
  silence: {
    line: (place: string, many: number, days: number) => `${place}：${many} 项指标未报，最久 ${days} 天`, open: { open: '点开看是哪些指标，可以一起定人、一起答复', answered: '点开看是哪些指标，可以一起判断', ended: '点开看是哪些指标' }, over: (place: string, many: number): string => `${place}：${many} 项指标曾经未报`, owners: (unowned: number): string => (unowned === 0 ? '都定了承办人' : `${unowned} 项还没有定人`),
    title: (place: string) => `${place}：未报的指标`, lead: '应报而没有报来的，一项一行。多半是同一个原因：勾选以后一起定承办人、一起答复；不是同一个原因的，取消勾选，单独点开答复。',
    together: '一起办理', togetherLead: '对下面勾选的各项', reasonHint: '为什么都没有报来', answer: '答复勾选的各项', close: '一起办结', own: (many: number) => `${many} 项是您承办或者答复过的，要由别人来判断。`, all: (verdict: string, many: number) => `${many} 项都${verdict}`,
  },
  columns: { what: '预警', level: '级别', owner: '责任', due: '答复期限', over: '结束', state: '状态' },
  sums: {
    waiting: '待答复', soon: (many: number) => (many === 0 ? '今明两天没有到期的' : `其中 ${many} 条的答复期限是今天或明天`), late: '逾期未答复', lateWhy: '已报给上一级', noneLate: '都在期限以内', red: '红色', redWhy: '待答复和待办结', precision: '近一年属实', share: (real: number, judged: number) => `${judged} 条中 ${real} 条属实`, unjudged: '还没有判断过的',
  },
  items: '条',
  due: (day: string) => `${day}前`,
  late: (day: string) => `${day}到期，已逾期`,
  over: (day: string) => `${day}解除`,
  owner: (department: string, person: string | null) => (person ? `${department} · ${person}` : department),
  rules: {
    W1: { name: '未按期填报', about: '该报的日子过了若干天，还没有通过审核的数；计划里有目标、却从来没有报过的，也算。', unit: '天', hint: '过了应报日多少天' },
    W2: { name: '进度偏差', about: '实际数与基期到下一个目标的直线相比。', unit: '%', hint: '实际 ÷ 应达，低于多少' },
    W3: { name: '跌破保持线', about: '要保持的指标低于目标。', unit: '', hint: '' },
    W4: { name: '异常波动', about: '这一期的变化与往常的变化相差太远，或者累计数下降。', unit: '倍', hint: '超过往常变化（绝对中位差）的多少倍' },
    W5: { name: '目标到期未达成', about: '目标的日子过了，数还没有达到。', unit: '', hint: '' },
    W6: { name: '分母分子矛盾', about: '分子大于分母，或者占比超过 100%。填报时直接拦住；夜里再查一遍从别的途径进来的数。', unit: '', hint: '' },
  } satisfies Record<RuleCode, { name: string; about: string; unit: string; hint: string }>,
  says: (rule: RuleCode, g: Ground, said: Said) => `${({
    W1: () => `应在 ${onDay(g.dueOn)}前报，还没有数。`,
    W2: () => `实际 ${said(g.actual)}，按进度应为 ${said(g.expected)}，只到 ${percentOf((g.share ?? 0) / 100)}%。`,
    W3: () => `实际 ${said(g.actual)}，低于要保持的 ${said(g.target)}。`,
    W4: () => (g.usual === null ? `累计数从 ${said(g.expected)} 降到 ${said(g.actual)}。` : `这一期变化 ${said(g.change)}，往常约 ${said(g.usual)}，偏离是平时波动的 ${g.share?.toFixed(1)} 倍。`),
    W5: () => `目标 ${said(g.target)} 已在 ${onDay(g.dueOn)}到期，实际 ${said(g.actual)}。`,
    W6: () => `报来的 ${said(g.actual)} 自相矛盾：分子大于分母，或超过上限。`,
  })[rule]()}${(g.also ?? []).map((each) => also[each]).join('')}`,
  alert: {
    facts: { rule: '规则', ground: '依据', plan: '计划', department: '责任部门', owner: '承办人', raised: '发出', due: '答复期限', before: '以前' },
    version: (isNational: boolean, version: number) => `${isNational ? '全国' : '本地'}第 ${version} 版`,
    noOwner: '还没有定人',
    before: (many: number) => (many === 0 ? '这个指标在这里是第一次预警' : `这个指标在这里以前有过 ${many} 条预警`),
    trajectory: '轨迹', indicator: '看指标的定义',
    answer: '答复', answerLead: '写清原因和措施。答复以后由另一个人判断。', reason: '原因', reasonHint: '为什么会这样', measure: '措施', measureHint: '谁、做什么、做到什么程度', measureBy: '完成日期', send: '提交答复',
    answered: (who: string, when: string) => `${who} 于 ${when} 答复`, by: (day: string) => `${day}前完成`,
    close: '办结', closeLead: '请判断：这条预警属实吗？属实是说情况确实需要处理；不属实是说规则看错了，或者数本身没有问题。', closeAsk: '办结以后不能再改。依据更重时会重新打开。',
    judge: '判断', judgeLeadOver: '计划已经结束或者不再提这个目标，这条预警不再监测，依据不一定消失。请判断它当时属实不属实，规则的准确度要用。', judgeLead: '依据已经消失，或者转成了另一条预警，这条自行解除。请判断它当时属实不属实，规则的准确度要用。', judgeAsk: '判断以后不能再改。',
    verdicts: { real: '属实', false: '不属实' }, note: '说明', sentBack: (who: string, when: string, why: string) => `${who}于 ${when}送回，请按意见重新答复：${why}`, sendBack: '送回', sendBackAsk: '送回以后，对方要在三个工作日内重新答复。', sendBackWhy: '为什么送回',
    handled: '这条预警您承办或者答复过，要由没有经手的同事或上一级来判断。', assign: '定承办人', assignTo: '承办人', assignOk: '确定',
    judged: (verdict: string, who: string) => `${who} 判断：${verdict}`, steps: '经过',
  },
  steps: { raised: '发出', rose: '级别升高', joined: '又多了一条依据', fell: '级别降低', assigned: '定了承办人', answered: '答复', 'sent-back': '送回', closed: '办结', reopened: '依据更重，重新打开', ended: '依据消失或转成另一条，自行解除', unwatched: '计划结束或者不再提这个目标，不再监测', judged: '作了判断', escalated: '逾期未答复，报给上一级', 'measure-done': '确认措施已完成' } satisfies Record<StepKind, string>,
  system: '系统',
  ruleList: {
    title: '预警规则', lead: '一个地区可以有自己的规则，没有的就用上一级的。新的一版要先用过去的数回测，看清会发多少条、早多少天、多少条属实，再启用。', columns: { rule: '规则', inForce: '现行', levels: '级别', test: '回测', precision: '准确度' },
    from: (place: string, version: number) => `${place} · 第 ${version} 版`, off: '没有启用', untried: '回测看不出对错', draft: (version: number) => `本地第 ${version} 版没有启用`, noTest: '—', judged: (judged: number, real: number) => (judged === 0 ? '还没有判断过的' : `最近 ${judged} 条中 ${real} 条属实${judged < fewJudged ? '；样本太少，说明不了准不准' : ''}`), tested: (alerts: number, real: number, decided: number) => `会发 ${alerts} 条；能看出结果的 ${decided} 条中 ${real} 条属实`,
  },
  levelLine: (rule: RuleCode, { levels, reportDays }: Settings) => {
    const sign = { W1: (n: number) => `${n} 天`, W2: (n: number) => `低于 ${n}%`, W3: () => '', W4: (n: number) => `${n} 倍`, W5: () => '', W6: () => '' }[rule];
    const used = ([['黄', levels.yellow], ['橙', levels.orange], ['红', levels.red]] as const).flatMap(([name, bound]) => (bound === undefined ? [] : [`${name} ${sign(bound)}`.trim()]));
    return `${used.join('，') || '不发预警'}${rule === 'W1' ? `（没有填报批次的，期末后 ${reportDays} 天应报）` : ''}`;
  },
  rule: {
    now: '现行', which: '哪一版', version: (version: number) => `第 ${version} 版`, on: '已启用', data: '数据文件', noVersions: '这个地区没有自己的规则，用的是上一级的。在下面写一版，就成为这里自己的规则。',
    test: '回测', testAgain: '再回测', switchOn: '启用', switchOnAsk: '从今晚起，按这一版发预警。', switchOff: '停用', switchOffAsk: '从今晚起，这里用上一级的规则；上一级也没有，就不再发这种预警。', needsTest: '先回测，才能启用。', stale: (day: string, days: number) => `回测是${day}做的，超过 ${days} 天就不作数了。请再回测，再启用。`,
    who: {
      on: '由写这一版的人以外的同事启用。', onMilder: (above: string) => `这一版比现行的规则放宽，由${above}的人启用，并且不能是写这一版的人。`, off: '上一级的规则一样严，本地区的人都可以停用。',
      offMilder: (above: string) => `停用会比现在放宽，由${above}的人停用，并且不能是写这一版的人。`, offNation: '全国的规则由一个人提出停用，另一个人来办。', 'warning-rule-off-unasked': '', 'warning-rule-off-own': '停用是您提出的，要由别人来办。', 'warning-rule-untried-own': '回测看不出对错，又只有您一个人试过，要由别人写明理由来启用。', 'warning-rule-own-version': '这一版是您写的，要由别人来办。', 'warning-rule-milder': '您在这一级办不了。',
    },
    untried: (figures: number): string => (figures === 0 ? '没有过去的数可用：0 条预警不说明这一版好，只说明没有试成。' : '过去的数里，没有一条预警能看出对错：准不准，现在不知道。'), untriedOn: '确实要启用，由另一个人写明理由。', why: '为什么没有试成也要启用', switchedOnWhy: (who: string) => `没有试成就启用的理由：${who}`,
    askOff: '提出停用', askOffAsk: '全国的规则停用以后，各地没有自己规则的都不再发这种预警。写明理由，由另一位同事来停用。', askOffWhy: '为什么停用', offAsked: (who: string, when: string, why: string) => `${who}于 ${when} 提出停用：${why}`, keepOn: '不停用', keepOnAsk: '规则照旧，提出的停用不再算数。', offAskedNow: '已提出，等另一位同事停用。', keptOn: '规则照旧。',
    tests: (many: number) => `以前的回测（${many} 次）`, tested: (when: string, who: string) => `${when} ${who}`,
    result: { alerts: '会发预警', levels: '按级别', real: '属实', undecided: '还不能判断', early: '提前', earlyDays: (days: number | null) => (days === null ? '—' : `中位 ${days} 天`), on: '所用的数', span: (from: string, to: string, regions: number, figures: string) => `${from} 至 ${to}，${regions} 个地区 ${figures} 个数`, precision: (real: number, decided: number) => (decided === 0 ? '—' : `${real} / ${decided}`) },
    truth: {
      W1: '回测怎样算属实：迟报本身就是事实，都算。', W2: '回测怎样算属实：到目标那天没有达到。', W3: '回测怎样算属实：到目标那天没有达到。', W4: '回测怎样算属实：这个数后来更正了，或者下一期退回一半以上。', W5: '回测怎样算属实：以后也没有达到。', W6: '回测怎样算属实：自相矛盾本身就是事实，都算。',
    } satisfies Record<RuleCode, string>, truthNation: '全国的规则抽几个省回测。',
    write: '写新的一版', writeLead: '写好以后先回测。空着的级别不用。', level: '发哪一级', noLevel: '不发', reportDays: '没有填报批次时，期末后多少天应报', answer: '答复期限（工作日）', answerOf: { yellow: '黄色', orange: '橙色', red: '红色' }, reason: '理由', save: '保存这一版', saved: '已保存。请回测，再由别人启用。', testedNow: '回测好了，结果在下面。', switchedOn: '已启用，今晚起生效。', switchedOff: '已停用。',
  },
};
