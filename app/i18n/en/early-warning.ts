import { percentOf } from '#app/domain/city/early-warning/trajectory.ts';
import type zh from '../zh-CN/early-warning.ts';

export default {
  title: 'Early warning',
  lead: 'Every night all figures are looked at by the rules. Each alert is answered with a reason and a measure, then a second person says whether there was something to it. What was not reported is never taken for 0.',
  none: 'There are no such alerts now.',
  allRules: 'Warning rules',
  all: 'All',
  nation: 'The nation',
  levels: { yellow: 'Yellow', orange: 'Orange', red: 'Red' },
  states: { open: 'To answer', answered: 'To close', closed: 'Closed', ended: 'Ended by itself' },
  filters: { region: 'Region', level: 'Level', rule: 'Rule', mine: 'mine' },
  several: {
    title: 'Tick several alerts and give them one owner', which: 'Alerts', pick: 'Pick', one: (what) => `Pick: ${what}`, me: (name) => `Me (${name})`, others: 'To give them to somebody else, choose a region first.', done: (many) => `${many} ${many === 1 ? 'alert has' : 'alerts have'} an owner now.`, refused: (many) => `${many} not done: `,
  },
  columns: { what: 'Alert', level: 'Level', owner: 'Owner', due: 'Answer by', state: 'State' },
  sums: {
    waiting: 'To answer', soon: (many) => `${many} of them to answer by today or tomorrow`, late: 'Not answered in time', lateWhy: 'told to the region above', red: 'Red', redWhy: 'to answer or to close', precision: 'Real within a year', share: (real, judged) => `${real} of ${judged} were real`, unjudged: 'nothing judged yet',
  },
  items: '',
  due: (day) => `by ${day}`,
  late: (day) => `was due on ${day}`,
  over: (day) => `over since ${day}`,
  owner: (department, person) => (person ? `${department} · ${person}` : department),
  rules: {
    W1: { name: 'Not reported in time', about: 'So many days after the day a figure was due there is no accepted one; a target nobody ever reported on counts as well.', unit: 'days', hint: 'Days after the day it was due' },
    W2: { name: 'Off the path', about: 'The figure against the straight line from the baseline to the next target.', unit: '%', hint: 'Actual ÷ expected, below' },
    W3: { name: 'Below its line', about: 'A figure that is to be held is below its target.', unit: '', hint: '' },
    W4: { name: 'Unusual change', about: 'The change of this period is far from what changes have been, or a running total falls.', unit: 'times', hint: 'Times the usual change (median absolute deviation)' },
    W5: { name: 'Target missed', about: 'The day of the target is over and the figure has not reached it.', unit: '', hint: '' },
    W6: { name: 'Part above the whole', about: 'The numerator is more than the denominator, or a share more than 100 %. Entry refuses it; the night looks again at what came in another way.', unit: '', hint: '' },
  },
  says: (rule, g, said) => ({
    W1: () => `Was due by ${g.dueOn}; there is no figure.`,
    W2: () => `Is ${said(g.actual)} where ${said(g.expected)} was expected: ${percentOf((g.share ?? 0) / 100)} % of the path.`,
    W3: () => `Is ${said(g.actual)}, below the ${said(g.target)} that is to be held.`,
    W4: () => (g.usual === null ? `The running total fell from ${said(g.expected)} to ${said(g.actual)}.` : `Changed by ${said(g.change)} where about ${said(g.usual)} is usual: ${g.share?.toFixed(1)} times the usual scatter away.`),
    W5: () => `The target of ${said(g.target)} was due on ${g.dueOn}; the figure is ${said(g.actual)}.`,
    W6: () => `The reported ${said(g.actual)} contradicts itself: a numerator above its denominator, or above its bound.`,
  })[rule](),
  alert: {
    facts: { rule: 'Rule', ground: 'Ground', plan: 'Plan', department: 'Department', owner: 'Owner', raised: 'Raised', due: 'Answer by', before: 'Before' },
    version: (isNational, version) => `version ${version} ${isNational ? 'for the nation' : 'of the region'}`,
    noOwner: 'nobody yet',
    before: (many) => (many === 0 ? 'the first alert of this indicator here' : `${many} earlier ${many === 1 ? 'alert' : 'alerts'} of this indicator here`),
    trajectory: 'Trajectory', indicator: 'What the indicator means',
    answer: 'Answer', answerLead: 'Say why, and what will be done. A second person looks at it afterwards.', reason: 'Reason', reasonHint: 'Why it is so', measure: 'Measure', measureHint: 'Who does what, and how much of it', measureBy: 'Done by', send: 'Send the answer',
    answered: (who, when) => `${who} answered on ${when}`, by: (day) => `done by ${day}`,
    close: 'Close', closeLead: 'Please judge: was there something to it? Real means that it had to be dealt with; not real means that the rule was mistaken or that the figure is as it should be.', closeAsk: 'It cannot be changed afterwards. If things get worse the alert opens again.',
    judge: 'Judge', judgeLead: 'The ground is gone and the alert ended by itself. Please say whether it was real; the precision of the rule needs it.', judgeAsk: 'It cannot be changed afterwards.',
    verdicts: { real: 'Real', false: 'Not real' }, note: 'Note', sendBack: 'Send back', sendBackAsk: 'It has to be answered anew within three working days.', sendBackWhy: 'Why it is sent back',
    own: 'You answered this alert yourself; another person has to close it.', ownEnded: 'You owned this alert; another person has to judge it now that it has ended by itself.', assign: 'Name the owner', assignTo: 'Owner', assignOk: 'Name',
    judged: (verdict, who) => `${who} judged: ${verdict}`, steps: 'What happened',
  },
  steps: { raised: 'Raised', rose: 'Level rose', fell: 'Level fell', assigned: 'Owner named', answered: 'Answered', 'sent-back': 'Sent back', closed: 'Closed', reopened: 'Got worse, open again', ended: 'Ground gone, ended by itself', judged: 'Judged', escalated: 'Not answered in time, told above' },
  system: 'System',
  ruleList: {
    title: 'Warning rules', lead: 'A region may have rules of its own; where it has none, those above count. A new version is first tried on past figures: how many alerts, how early, how many of them real. Then it is switched on.', columns: { rule: 'Rule', inForce: 'In force', levels: 'Levels', test: 'Back-test', precision: 'Precision' },
    from: (place, version) => `${place} · version ${version}`, off: 'not switched on', draft: (version) => `version ${version} made here is not switched on`, noTest: '—', judged: (judged, real) => (judged === 0 ? 'nothing judged yet' : `${real} of the last ${judged} were real`), tested: (alerts, real, decided) => `${alerts} alerts; of ${decided} with a known outcome ${real} were real`,
  },
  levelLine: (rule, { levels, reportDays }) => {
    const sign = { W1: (n: number) => `${n} days`, W2: (n: number) => `below ${n} %`, W3: () => '', W4: (n: number) => `${n} times`, W5: () => '', W6: () => '' }[rule];
    const used = ([['yellow', levels.yellow], ['orange', levels.orange], ['red', levels.red]] as const).flatMap(([name, bound]) => (bound === undefined ? [] : [`${name} ${sign(bound)}`.trim()]));
    return `${used.join(', ') || 'no alerts'}${rule === 'W1' ? ` (without a round, due ${reportDays} days after the period)` : ''}`;
  },
  rule: {
    now: 'In force', version: (version) => `Version ${version}`, on: 'switched on', data: 'data file', noVersions: 'This region has no rule of its own and uses the one above. A version written below becomes its own.',
    test: 'Back-test', testAgain: 'Test again', switchOn: 'Switch on', switchOnAsk: 'From tonight on alerts are raised by this version.', switchOff: 'Switch off', switchOffAsk: 'From tonight on the rule above counts here; if there is none, such alerts are raised no more.', needsTest: 'It has to be back-tested before it can be switched on.',
    who: {
      on: 'Switched on by a colleague who did not write it.', onMilder: (above) => `This version is milder than the rule in force: somebody of ${above} switches it on, and not the person who wrote it.`, off: 'The rule above is as strict; anybody with the right here may switch this one off.',
      offMilder: (above) => `Switching it off would be milder than now: somebody of ${above} does it, and not the person who wrote it.`, 'warning-rule-own-version': 'You wrote this version, so somebody else has to do it.', 'warning-rule-milder': 'You cannot do it from this level.',
    },
    result: { alerts: 'Alerts it would raise', levels: 'By level', real: 'Real', undecided: 'Not known yet', early: 'Early by', earlyDays: (days) => (days === null ? '—' : `${days} days (median)`), on: 'Tried on', span: (from, to, regions, figures) => `${from} to ${to}, ${figures} figures of ${regions} regions`, precision: (real, decided) => (decided === 0 ? '—' : `${real} / ${decided}`) },
    truth: 'What counts as real: off the path and below the line, when the target was missed on its day; an unusual change, when the figure was corrected or the next one went back by more than half; a missed target, when nothing later reached it. Rules of the nation are tried on some provinces.',
    write: 'Write a new version', writeLead: 'Test it before switching it on. A level left empty is not used.', level: 'Level to raise', noLevel: 'none', reportDays: 'Without a round, days after the period until a figure is due', answer: 'Answer within (working days)', answerOf: { yellow: 'Yellow', orange: 'Orange', red: 'Red' }, reason: 'Reason', save: 'Save this version', saved: 'Saved. Please back-test it, then switch it on.', testedNow: 'Tested; the outcome is below.', switchedOn: 'Switched on from tonight.', switchedOff: 'Switched off.',
  },
} satisfies typeof zh;
