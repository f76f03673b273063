import type zh from '../zh-CN/cockpit.ts';

/** The cockpit: of a city, of one of its regions, of a department. */
export default {
  title: 'Action plan cockpit',
  demo: 'Invented figures',
  none: 'No action plan is published yet. Publish one under “Action plans” first.',
  toPlans: 'To the action plans',
  choose: { label: 'Another plan or year', plan: 'Plan', year: 'Year', show: 'Show', others: 'Find other plans in the list', yearOf: (year) => String(year), indicator: 'Indicator' },
  file: { open: 'Export to Excel', code: 'Code', name: 'cockpit', about: 'About', asOf: 'Figures as of', demo: 'The example figures are invented.' },
  print: 'Print', asOf: (day) => `figures as of ${day}`,
  public: 'Public scorecard',
  nation: 'Nation',
  kpi: {
    title: 'At a glance', actions: 'Actions on track', of: (all) => `of ${all}`, split: (kept) => [kept.behind > 0 ? `${kept.behind} behind` : '', kept.missing > 0 ? `${kept.missing} without figures` : '', kept.later > 0 ? `${kept.later} not due yet` : '', kept.rest > 0 ? `${kept.rest} with nothing to compare` : ''].filter(Boolean).join(', ') || 'None behind, no figure missing',
    target: (said) => `target ${said}`, since: (period, much, sign) => (sign === 0 ? `the same as in ${period}` : `${much} ${sign > 0 ? 'up' : 'down'} on ${period}`), points: (much) => `${much} ${much === '1' ? 'point' : 'points'}`, progress: (percent) => `${percent}% of what was expected`, behindIn: (names, more) => (more > 0 ? `${more} places behind, among them ${names}` : `behind in ${names}`), below: (told, asked) => (asked === 0 ? '' : told === 0 ? 'no place below has reported' : told < asked ? `none of the ${told} that reported is behind, ${asked - told} not reported` : 'behind nowhere'),
    alerts: 'Alerts to answer', items: 'alerts', today: (n) => (n > 0 ? `${n} to answer by today` : ''), late: (n) => (n > 0 ? `${n} past the limit` : ''), red: (n) => `${n} red`, quiet: 'No alerts', real: (share, real, judged) => (share === null ? 'None judged within a year' : `${share}% real within a year (${real} of ${judged} judged)`), noFigure: 'Not reported',
  },
  heat: {
    title: (what) => `Actions × ${what}`, below: ['provinces', 'cities', 'districts', 'towns'], town: 'communities', lead: 'Actual ÷ expected by now, %; each cell shows the weakest figure of the action', action: 'Action', and: '; ', milestones: (done, all) => `Own milestones: ${done} of ${all}`, noFigures: 'This action has neither numeric targets nor milestones.', scroll: 'Table of actions and places; it scrolls sideways',
    legend: { full: '≥ 100', near: '95–99', some: '90–94', thin: '85–89', behind: '70–84', far: 'Below 70', missing: 'Not reported', partly: 'Lower right: figures reported of figures asked', estimate: 'Estimated, not published itself', fresh: 'New this week', line: '▽ Also stands for a figure below the line it must hold, however little' },
    missing: 'Not reported', ahead: 'Not due yet', notAsked: '—', partly: (reported, asked) => `${reported} of ${asked} figures reported`, fresh: 'New this week', estimate: 'Estimated', weakest: (name) => `weakest: ${name}`, belowLine: 'below the line it must hold', own: 'The plan’s own place alone answers for this', nobody: 'This plan has no regions below it.',
  },
  lights: { reached: 'Reached', 'on-path': 'On track', behind: 'Behind', 'far-behind': 'Far behind', 'no-figure': 'Not reported', 'not-due': 'Not due yet', 'not-asked': 'Nothing to compare' },
  track: { title: 'Trajectory', lead: 'Plan, actual and forecast with its interval', none: 'This plan has no numeric target.' },
  needs: {
    title: 'Waiting for me', none: 'Nothing needs you at once.', alerts: (n) => (n === 1 ? 'The open alert' : `All ${n} open alerts`), sheets: (n) => `${n} ${n === 1 ? 'sheet' : 'sheets'} to check`, late: (n) => `${n} ${n === 1 ? 'sheet' : 'sheets'} overdue`, lateBy: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`, tasks: (n) => `${n} ${n === 1 ? 'task past its' : 'tasks past their'} day`, due: (day) => `Answer by ${day}`, dueToday: 'Due today', overdue: 'Past the limit', nobody: 'no owner yet', department: (name) => `department: ${name}`, answered: 'answered, to be closed',
  },
  ended: { tag: 'closed', title: 'This plan is closed', said: (on) => `${on ? `It was closed on ${on}. ` : ''}This page shows how it stood at its end. Alerts and the news of the week are about what runs now and do not stand here.`, warnings: 'To the alerts of today', reports: 'Monitoring reports of this plan', tasks: 'Tasks done' },
  levels: { red: 'Red', orange: 'Orange', yellow: 'Yellow' },
  map: { title: 'All places', lead: 'Actions behind and figures not reported', scheme: 'Squares in the order of region codes, all of one size; they show neither position nor boundary.', behind: (n) => (n === 0 ? 'None behind' : `${n} behind`), far: (n) => `${n} far behind`, missing: (n) => `${n} not reported`, legend: { full: 'None behind, all reported', some: '▽ Weakest action up to 15% short, or below a line to hold', behind: '▼ Weakest action at 70–84%', far: '▼▼ Weakest action below 70%', 'no-figure': 'None behind, but figures not reported; dashed edge: figures not reported' }, said: (name, behind, reported, asked, missing) => `${name}: ${behind} behind, ${reported} of ${asked} figures reported, ${missing} not reported`, reported: (reported, asked) => `${reported}/${asked} in`, table: 'The same figures as a table', columns: { place: 'Place', behind: 'Actions behind', far: 'Far behind', missing: 'Not reported', reported: 'Figures in' } },
  week: {
    title: 'What changed this week', lead: (from) => `Since ${from}`, none: 'Nothing changed this week.', fresh: (n, places) => `${n} new ${n === 1 ? 'figure' : 'figures'}: ${places.join(', ')}`, corrected: (place, name, from) => `${place} corrected “${name}”; it was ${from}`, 'handed-in': (place) => `${place} handed in its sheet`, accepted: (place) => `The sheet of ${place} was accepted`, returned: (place) => `The sheet of ${place} was returned`,
    silent: { raised: (place, many) => `New alert in ${place}: ${many} indicators not reported on time`, rose: (place, many) => `Alert rose in ${place}: ${many} indicators still not reported`, closed: (place, many) => `Alert closed in ${place}: ${many} indicators not reported` },
    raised: (place, name, rule) => `New alert in ${place}: ${name}, ${rule}`, rose: (place, name, rule) => `Alert rose in ${place}: ${name}, ${rule}`, closed: (place, name) => `Alert closed in ${place}: ${name}`, task: (name, state) => `Task “${name}”: ${state}`, more: (n) => `${n} more`,
  },
  departments: { title: 'By department', lead: 'Actions led and shared', count: (lead, co) => [lead > 0 ? `leads ${lead}` : '', co > 0 ? `takes part in ${co}` : ''].filter(Boolean).join(', ') },
  district: {
    lead: (plan, year) => `${plan}, ${year}. Held against its own targets; shares that were not divided against the city’s.`, numbers: { actions: 'Actions with figures to compare', behind: 'Actions behind', missing: 'Figures due and not reported', alerts: 'Open alerts' },
    columns: { indicator: 'Indicator', expected: 'Expected', actual: 'Actual', light: 'State', percent: 'Progress', period: 'Period', others: 'Rank' }, rank: (better, same) => `No. ${better + 1} of ${same} with a figure`, overdue: (period) => `${period} is overdue`, own: 'its own target', none: 'Nothing to compare here.', sheets: 'Sheets not handed in on time', sheetDue: (day) => `due on ${day}`, noSheets: 'No sheet is overdue.', alerts: 'Alerts', noAlerts: 'No open alert.', paths: 'The weakest indicators', others: 'Other places', figures: 'All figures',
  },
  department: {
    lead: (plan) => `What it leads and shares in “${plan}”: actions, tasks, the indicators it answers for, overdue sheets and alerts.`, leads: 'Leads', co: 'Takes part', actions: 'Actions', noActions: 'This department has no action in this plan.', tasks: 'Tasks', noTasks: 'No tasks.', overdue: 'past its day', columns: { action: 'Action', role: 'Role', light: 'Own progress', marks: 'Milestones', places: 'Places behind', task: 'Task', due: 'Due', state: 'State', indicator: 'Indicator' },
    figures: 'Indicators it answers for', noFigures: 'It answers for no indicator.', nowhere: 'None', numbers: { lead: 'Actions led', co: 'Actions it takes part in', tasks: 'Tasks past their day', sheets: 'Sheets overdue', alerts: 'Open alerts' },
  },
  taskStates: { open: 'Not begun', doing: 'Under way', done: 'Done', stopped: 'Given up' },
} satisfies typeof zh;
