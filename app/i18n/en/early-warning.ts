import { fewJudged } from '#app/domain/city/early-warning/model.ts';
import { percentOf } from '#app/domain/city/early-warning/trajectory.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { RuleCode } from '#app/domain/city/early-warning/model.ts';
import type zh from '../zh-CN/early-warning.ts';

const onDay = (day: string | null) => (day === null ? '' : shortDay(day, 'en'));
const also: Record<RuleCode, string> = { W1: ' What was due since has not come.', W2: ' It is behind its path as well.', W3: ' It is below the line to be held as well.', W4: ' The change is unusual as well.', W5: ' The target was missed as well.', W6: ' The figure contradicts itself as well.' };

export default {
  title: 'Early warning',
  lead: 'Every night all figures are looked at by the rules. One person answers with a reason and a measure, a second person says whether it was real. What was not reported is never taken for 0.',
  none: 'There are no such alerts. Another filter may find some.', noneWaiting: { open: 'No alert waits for an answer. Every night looks anew, and you are told what is new.', answered: 'No answer waits to be judged.' },
  allRules: 'Warning rules',
  all: 'All',
  nation: 'The nation',
  levels: { yellow: 'Yellow', orange: 'Orange', red: 'Red' },
  states: { open: 'To answer', answered: 'To close', closed: 'Closed', ended: 'Ended by itself' },
  measure: {
    due: 'Measures due', title: 'Was the measure carried out?', lead: (day, isDue) => (isDue ? `It was promised to be done by ${day}. The day has come and nobody has confirmed it.` : `It was promised to be done by ${day}; if it is done already it can be confirmed now.`),
    seen: 'What was seen', seenHint: 'Who finished it and when, and how this is known', confirm: 'Confirm that it is done', others: 'A colleague who may close this alert and neither owned nor answered it has to confirm.',
  },
  unwatched: 'No longer watched', endedTab: 'Ended or no longer watched',
  filters: { region: 'Region', level: 'Level', rule: 'Rule', mine: 'Mine', outcome: 'Outcome', from: 'Raised from', until: 'to' },
  outcomes: { real: 'Real', false: 'Not real', unjudged: 'Not judged', unwatched: 'No longer watched' },
  found: (many, isFolded) => `${many} ${many === 1 ? 'alert' : 'alerts'} in all${isFolded ? '; what one place had not reported on the same day is one line' : ''}`,
  file: { place: 'Region', code: 'Indicator no.', indicator: 'Indicator', answeredOn: 'Answered on', answeredBy: 'Answered by', closedOn: 'Judged on', closedBy: 'Judged by', endedOn: 'Ended on' },
  several: {
    title: 'Tick several alerts and give them one owner', which: 'Alerts', pick: 'Pick', one: (what) => `Pick: ${what}`, me: (name) => `Me (${name})`, others: 'To give them to somebody else, choose a region in the filter above first.', done: { assign: (many) => `${many} ${many === 1 ? 'alert has' : 'alerts have'} an owner now.`, answer: (many) => `${many} ${many === 1 ? 'alert is' : 'alerts are'} answered; a second person judges.`, close: (many) => `${many} ${many === 1 ? 'alert is' : 'alerts are'} closed.` }, refused: (many) => `${many} not done: `,
  },
  silence: {
    line: (place, many, days) => `${place}: ${many} figures not reported, the oldest ${days} ${days === 1 ? 'day' : 'days'} late`, open: { open: 'Opens to the figures, to give them one owner or one answer', answered: 'Opens to the figures, to judge them together', ended: 'Opens to the figures' }, over: (place, many) => `${place}: ${many} figures had not been reported`, owners: (unowned) => (unowned === 0 ? 'All have an owner' : `${unowned} without an owner`),
    title: (place) => `${place}: figures not reported`, lead: 'What was due and has not come, one line for each. There is often one reason for all: tick them and give them one owner and one answer; where the reason is another, take the tick away and open the line.',
    together: 'Deal with them together', togetherLead: 'For all that are ticked below', reasonHint: 'Why none of them has come', answer: 'Answer those that are ticked', close: 'Close them together', own: (many) => `${many} of them you owned or answered; somebody else has to judge those.`, all: (verdict, many) => `${verdict}: all ${many}`,
  },
  columns: { what: 'Alert', level: 'Level', owner: 'Responsible', due: 'Answer by', over: 'Ended', state: 'State' },
  sums: {
    waiting: 'To answer', soon: (many) => (many === 0 ? 'None of them due today or tomorrow' : `${many} of them due today or tomorrow`), late: 'Not answered in time', lateWhy: 'Told to the region above', noneLate: 'All within their days', red: 'Red', redWhy: 'To answer or to close', precision: 'Real, of those judged within a year', share: (real, judged) => `${real} of ${judged} ${real === 1 ? 'was' : 'were'} real`, unjudged: 'Nothing judged yet',
  },
  items: '',
  due: (day) => day,
  late: (day) => `Was due on ${day}`,
  over: (day) => `Ended on ${day}`,
  owner: (department, person) => (person ? `${department} · ${person}` : department),
  rules: {
    W1: { name: 'Not reported in time', about: 'So many days after the day a figure was due there is no accepted one; a target nobody ever reported on counts as well.', unit: 'days', hint: 'Days after the day it was due' },
    W2: { name: 'Off the path', about: 'The figure against the straight line from the baseline to the next target.', unit: '%', hint: 'Actual ÷ expected, below' },
    W3: { name: 'Below its line', about: 'A figure that is to be held is below its target.', unit: '', hint: '' },
    W4: { name: 'Unusual change', about: 'The change of this period is far from what changes have been, or a running total falls.', unit: 'times', hint: 'Times the usual change (median absolute deviation)' },
    W5: { name: 'Target missed', about: 'The day of the target is over and the figure has not reached it.', unit: '', hint: '' },
    W6: { name: 'Part above the whole', about: 'The numerator is larger than the denominator, or a share is over 100%. Entry refuses it; the night looks again at what came in another way.', unit: '', hint: '' },
  },
  says: (rule, g, said) => `${({
    W1: () => `Was due by ${onDay(g.dueOn)}; there is no figure.`,
    W2: () => `The figure is ${said(g.actual)}; ${said(g.expected)} was expected, so it is at ${percentOf((g.share ?? 0) / 100)}%.`,
    W3: () => `The figure is ${said(g.actual)}, below the ${said(g.target)} that is to be held.`,
    W4: () => (g.usual === null ? `The running total fell from ${said(g.expected)} to ${said(g.actual)}.` : `It changed by ${said(g.change)}; about ${said(g.usual)} is usual, so it is ${g.share?.toFixed(1)} times the usual scatter away.`),
    W5: () => `The target of ${said(g.target)} was due on ${onDay(g.dueOn)}; the figure is ${said(g.actual)}.`,
    W6: () => `The reported ${said(g.actual)} contradicts itself: a numerator above its denominator, or above its bound.`,
  })[rule]()}${(g.also ?? []).map((each) => also[each]).join('')}`,
  alert: {
    facts: { rule: 'Rule', ground: 'Ground', plan: 'Plan', department: 'Department', owner: 'Owner', raised: 'Raised', due: 'Answer by', before: 'Before' },
    version: (isNational, version) => `Version ${version} ${isNational ? 'for the nation' : 'of the region'}`,
    noOwner: 'Nobody yet',
    before: (many) => (many === 0 ? 'The first alert of this indicator here' : `${many} earlier ${many === 1 ? 'alert' : 'alerts'} of this indicator here`),
    trajectory: 'Trajectory', indicator: 'What the indicator means',
    answer: 'Answer', answerLead: 'Say why, and what will be done. A second person looks at it afterwards.', reason: 'Reason', reasonHint: 'Why it is so', measure: 'Measure', measureHint: 'Who does what, and how much of it', measureBy: 'Done by', send: 'Send the answer',
    answered: (who, when) => `${who} answered on ${when}`, by: (day) => `done by ${day}`,
    close: 'Close', closeLead: 'Please judge: was there something to it? Real means that it had to be dealt with; not real means that the rule was mistaken or that the figure is as it should be.', closeAsk: 'It cannot be changed afterwards. If things get worse the alert opens again.',
    judge: 'Judge', judgeLeadOver: 'The plan ended or dropped this target, so the alert is no longer watched; its ground may still be there. Please say whether it was real; the precision of the rule needs it.', judgeLead: 'The ground is gone, or another alert took it over, and this one ended by itself. Please say whether it was real; the precision of the rule needs it.', judgeAsk: 'It cannot be changed afterwards.',
    verdicts: { real: 'Real', false: 'Not real' }, note: 'Note', sentBack: (who, when, why) => `${who} sent the answer back on ${when}. Please answer anew: ${why}`, sendBack: 'Send back', sendBackAsk: 'It has to be answered anew within three working days.', sendBackWhy: 'Why it is sent back',
    handled: 'You owned or answered this alert; a colleague who had no part in it, or the region above, has to judge it.', assign: 'Name the owner', assignTo: 'Owner', assignOk: 'Name',
    judged: (verdict, who) => `${who} judged: ${verdict}`, steps: 'What happened',
  },
  steps: { raised: 'Raised', rose: 'Level rose', joined: 'One more ground', fell: 'Level fell', assigned: 'Owner named', answered: 'Answered', 'sent-back': 'Sent back', closed: 'Closed', reopened: 'Got worse, open again', ended: 'Ground gone or taken over, ended by itself', unwatched: 'The plan ended or dropped this target, no longer watched', judged: 'Judged', escalated: 'Not answered in time, told above', 'measure-done': 'Measure confirmed as done' },
  system: 'System',
  ruleList: {
    title: 'Warning rules', lead: 'A region may have rules of its own; where it has none, those above count. A new version is first tried on past figures: how many alerts, how early, how many of them real. Then it is switched on.', columns: { rule: 'Rule', inForce: 'In force', levels: 'Levels', test: 'Back-test', precision: 'Precision' },
    from: (place, version) => `${place} · version ${version}`, off: 'Not switched on', untried: 'The back-test could judge nothing', draft: (version) => `Version ${version} made here is not switched on`, noTest: '—', judged: (judged, real) => (judged === 0 ? 'Nothing judged yet' : `${real} of the last ${judged} ${real === 1 ? 'was' : 'were'} real${judged < fewJudged ? '; too few to say how precise it is' : ''}`), tested: (alerts, real, decided) => `${alerts} ${alerts === 1 ? 'alert' : 'alerts'}; of ${decided} with a known outcome ${real} ${real === 1 ? 'was' : 'were'} real`,
  },
  levelLine: (rule, { levels, reportDays }) => {
    const sign = { W1: (n: number) => `${n} days`, W2: (n: number) => `below ${n}%`, W3: () => '', W4: (n: number) => `${n} times`, W5: () => '', W6: () => '' }[rule];
    const used = ([['yellow', levels.yellow], ['orange', levels.orange], ['red', levels.red]] as const).flatMap(([name, bound]) => (bound === undefined ? [] : [`${name} ${sign(bound)}`.trim()]));
    const said = used.join(', ') || 'no alerts';
    return `${said[0]!.toUpperCase()}${said.slice(1)}${rule === 'W1' ? ` (without a round, due ${reportDays} days after the period)` : ''}`;
  },
  rule: {
    now: 'In force', which: 'Which version', version: (version) => `Version ${version}`, on: 'Switched on', data: 'Data file', noVersions: 'This region has no rule of its own and uses the one above. A version written below becomes its own.',
    test: 'Back-test', testAgain: 'Test again', switchOn: 'Switch on', switchOnAsk: 'From tonight on alerts are raised by this version.', switchOff: 'Switch off', switchOffAsk: 'From tonight on the rule above counts here; if there is none, such alerts are raised no more.', needsTest: 'It has to be back-tested before it can be switched on.', stale: (day, days) => `It was back-tested on ${day}; a back-test holds for ${days} days. Test it again, then switch it on.`,
    who: {
      on: 'Switched on by a colleague who did not write it.', onMilder: (above) => `This version is milder than the rule in force: somebody of ${above} switches it on, and not the person who wrote it.`, off: 'The rule above is as strict; anybody with the right here may switch this one off.',
      offMilder: (above) => `Switching it off would be milder than now: somebody of ${above} does it, and not the person who wrote it.`, offNation: 'Of a rule of the nation one person asks that it be switched off, another one does it.', 'warning-rule-off-unasked': '', 'warning-rule-off-own': 'You asked for it, so somebody else has to do it.', 'warning-rule-untried-own': 'The back-test could judge nothing and only you have tried it: somebody else has to switch it on and say why.', 'warning-rule-own-version': 'You wrote this version, so somebody else has to do it.', 'warning-rule-milder': 'You cannot do it from this level.',
    },
    untried: (figures) => (figures === 0 ? 'There are no past figures: 0 alerts does not mean that this version is good, only that it could not be tried.' : 'In the past figures there is no alert that can be called real or not real: how precise it is nobody knows yet.'), untriedOn: 'To switch it on all the same, a second person says why.', why: 'Why it is switched on though it could not be tried', switchedOnWhy: (who) => `Switched on without a trial: ${who}`,
    askOff: 'Ask to switch it off', askOffAsk: 'Once a rule of the nation is off, places without a rule of their own raise such alerts no more. Say why; another colleague switches it off.', askOffWhy: 'Why it should be switched off', offAsked: (who, when, why) => `${who} asked on ${when} to switch it off: ${why}`, keepOn: 'Keep it on', keepOnAsk: 'The rule goes on, and what was asked no longer counts.', offAskedNow: 'Asked; another colleague has to switch it off.', keptOn: 'The rule goes on.',
    tests: (many) => `Earlier back-tests (${many})`, tested: (when, who) => `${when} ${who}`,
    result: { alerts: 'Alerts it would raise', levels: 'By level', real: 'Real', undecided: 'Not known yet', early: 'Early by', earlyDays: (days) => (days === null ? '—' : `${days} days (median)`), on: 'Tried on', span: (from, to, regions, figures) => `${from} to ${to}, ${figures} figures of ${regions} regions`, precision: (real, decided) => (decided === 0 ? '—' : `${real} / ${decided}`) },
    truth: {
      W1: 'Real in a back-test: being late is a fact, so all are.', W2: 'Real in a back-test: the target was missed on its day.', W3: 'Real in a back-test: the target was missed on its day.', W4: 'Real in a back-test: the figure was corrected later, or the next one went back by more than half.', W5: 'Real in a back-test: nothing later reached the target.', W6: 'Real in a back-test: contradicting itself is a fact, so all are.',
    }, truthNation: 'Rules of the nation are tried on some provinces.',
    write: 'Write a new version', writeLead: 'Test it before switching it on. A level left empty is not used.', level: 'Level to raise', noLevel: 'None', reportDays: 'Without a round, days after the period until a figure is due', answer: 'Answer within (working days)', answerOf: { yellow: 'Yellow', orange: 'Orange', red: 'Red' }, reason: 'Reason', save: 'Save this version', saved: 'Saved. Please back-test it, then switch it on.', testedNow: 'Tested; the outcome is below.', switchedOn: 'Switched on from tonight.', switchedOff: 'Switched off.',
  },
} satisfies typeof zh;
