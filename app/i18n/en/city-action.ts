import type zh from '../zh-CN/city-action.ts';

export default {
  now: { title: (year) => `How it stands in ${year}`, lead: 'What its cell in the cockpit stands on: the figure against what is expected by now; an indicator leads to its trajectory', alerts: 'See the alerts', places: 'How each place stands', place: 'Place', expected: (said) => `expected ${said}` },
  edit: 'Change this action', editing: (name) => `Change: ${name}`, public: 'What the public sees', back: 'The whole plan', newLead: 'When it is saved you come back to the action; the public goes on reading what was published last.',
  what: 'This action', goal: 'Goal of the plan', noGoal: 'Not written yet', campaign: 'Campaign', noCampaign: 'Of no campaign', about: 'What is done', noAbout: 'Not written yet', otherLanguage: 'In Chinese', noEnglish: 'No English yet',
  pastYears: (years) => `The words still name ${years}, before the first year of this plan. See whether they should be altered.`,
  toReview: (many) => `${many} ${many === 1 ? 'target of this action comes' : 'targets of this action come'} from the former plan and ${many === 1 ? 'has' : 'have'} not been checked.`, checkNow: 'Check now',
  leads: { title: 'Who leads and who works with them', none: 'Nobody leads it yet. Somebody has to before it is published.', department: 'Department', role: 'Role', from: 'From', until: 'Until', state: 'Now', open: 'Open', roles: { lead: 'Leads', co: 'Works with' }, states: { now: 'In charge', over: 'Over', later: 'Not begun' }, inferred: 'Inferred' },
  numbers: { title: 'Indicators', none: 'This action has no indicator yet.', indicator: 'Indicator', baseline: 'Baseline', standing: 'Now', record: 'Record', targets: 'Targets by year', actual: (said) => `actual ${said}`, missing: 'Not reported', to: (name) => `Record figures of ${name}` },
  marks: { title: 'Milestones', name: 'Milestone', year: 'Due in', state: 'Now', proof: 'Evidence', who: 'Recorded by', none: 'No paper yet', noYear: 'Open' },
  tasks: 'Tasks', noTasks: 'This action lists no task of its own.',
  money: { title: 'Budget', none: 'Not written yet.', year: 'Year', amount: '10,000 yuan', source: 'From', sum: 'Sum' },
  form: {
    words: 'Name and what is done', pick: 'Choose one', search: 'Type a name or a code', row: (nth) => `Row ${nth}`, remove: 'Remove', removeRow: (name) => `Remove: ${name}`,
    addLead: 'Add a department', addIndicator: 'Add an indicator', addBudget: 'Add a year of budget', addTask: 'Add a task', inferred: 'Inferred: the source does not say it',
    leadsHint: 'When somebody takes over, give the former a last day and add a row.', indicatorsHint: 'An indicator without targets is only chosen; leave its years empty.', budgetsHint: 'One year a row, in units of 10,000 yuan.', tasksHint: 'A new name does not touch the progress that was noted.',
    department: 'Department', role: 'Role', from: 'First day', until: 'Last day (may be empty)', indicator: 'Indicator', baseYear: 'Baseline year', baseValue: 'Baseline', op: 'Asked', target: (year) => `Target of ${year}`, number: (year) => `Figure of ${year}`, max: (year) => `${year}: up to`, year: 'Year', amount: '10,000 yuan', source: 'Where it comes from', dueOn: 'Due on', taskZh: 'Chinese name', taskEn: 'English name',
    ops: { '>=': 'at least', '<=': 'at most', '>': 'more than', '=': 'exactly', range: 'from … to' }, milestoneYear: 'Done in which year', noYear: 'No year set', usedIn: (code) => `in ${code}`, unit: (said) => `Unit: ${said}`, carried: 'From the former plan; checked, keep it',
    at: (list, row, field) => `${list}, row ${row}, ${field}`,
    unsaved: 'There are changes that are not saved', leave: 'Leave without saving', stay: 'Stay and go on', unsavedLong: 'If you leave this page they are lost.', cancel: 'Do not change',
  },
} satisfies typeof zh;
