import type zh from '../zh-CN/apply.ts';

/** Applying: the words of the applicant's pages. */
export default {
  home: {
    title: 'Apply for a pilot',
    lead: 'Sub-district, township and higher governments apply for themselves or for one of their communities (question 10). Not every rule must be met (question 2), and no money is attached (question 4).',
    open: 'Open now', none: 'No call is open at the moment. New calls are announced on the home page.',
    mine: 'My applications', noneMine: 'There is no application from your region yet. Choose a call and start; you may leave at any time, everything is saved.',
    start: 'Start an application', details: 'About this call', until: (day: string) => `Last day: ${day}, 24:00 Beijing time`, places: (count: number) => `${count} places`,
    who: 'Who may apply', whoText: 'Officers of a sub-district, township, district or city government sign in and apply. The unit put forward may be a community at sub-district or township level, or the area of a residents’ or villagers’ committee.',
    others: 'An organisation, a company, a resident?', othersText: 'You may recommend a community (question 7); we pass it on to its government.', recommend: 'Recommend a community',
    signIn: 'Sign in to apply', signInText: 'Use the account of a sub-district, township, district or city government officer. No account? Ask the system administrator of your region.',
    notOfficer: 'Your account is not that of a government officer, so you cannot start or submit an application. Drafts under “My applications” you can fill in together; or recommend a community to its government.',
    filter: 'Filter', all: 'All', number: 'Number', unit: 'Unit', call: 'Call', status: 'Status', changed: 'Last change', older: 'Older', list: 'Applications',
  },
  levels: { township: 'sub-district or township', district: 'district', city: 'city' },
  statuses: { draft: 'Draft', submitted: 'Submitted, to be checked', returned: 'Returned', complete: 'Complete', 'in-review': 'In review', accepted: 'Accepted', declined: 'Not accepted' },
  call: {
    opens: 'Open', from: (a: string, b: string) => `${a} to ${b}`, about: 'About', places: 'Places', placesOf: (count: number) => String(count), where: 'Where', nation: 'Nationwide', edition: 'Edition', who: 'Who may apply',
    rescue: 'If the system fails', rescueOf: (minutes) => `After ${minutes} broken minutes in the last hour, the call goes on until the end of the next working day`,
    extended: (from: string, to: string, reason: string) => `Last day moved from ${from} to ${to}: ${reason}`,
    how: 'How to apply',
    steps: [
      ['Choose a community', 'A sub-district, township or higher government chooses one; what is known is filled in.'],
      ['Fill in the form', 'Seven parts, saved as you write, on any device, by several people.'],
      ['Upload the sealed opinion', 'Question 19: an official letter with the seal, scanned or photographed.'],
      ['Check and submit', 'The receipt with time, hash and QR code is your registration (question 12).'],
    ],
    blank: 'All questions (printable)', blankLead: 'See what is asked before you begin. Questions marked “required” must be answered, the others may stay empty.', print: 'Print the blank form',
  },
  pick: {
    title: 'Choose the unit', lead: 'Step by step, or search by name, pinyin or initials. Only places you may apply for are listed.', search: 'Search', searchHint: 'For example: binhushiji, bhsj', find: 'Find', found: (count: number) => `${count} found`, nothing: 'Nothing found. Try other words, or choose step by step below.',
    orStep: 'Or step by step', step: (name: string) => `Inside ${name}`, choose: 'Choose this one', chosen: (name: string) => `Unit: ${name}`, confirm: 'Start the application', again: 'Choose again', top: 'From the top', by: 'Which government applies', where: 'Where', already: 'If the community already has an application, you are told to open that one.', isPilot: (since) => `It has been a pilot since ${since}. The rules allow it to apply again; please look at its page first to see whether it needs to.`, seePilot: 'Its page as a pilot',
  },
  form: {
    title: (unit: string) => `${unit}| Application`, lead: (number: string, day: string, left: string) => `${number} · last day ${day}, 24:00 Beijing time${left}`,
    left: (days: number) => (days > 0 ? `, ${days} ${days === 1 ? 'day' : 'days'} left` : days === 0 ? ', today is the last day' : ', closed'),
    part: (n: number, title: string) => `${n}. ${title}`, where: (n: number, all: number) => `Part ${n} of ${all}`,
    rail: 'Parts of the form', done: 'Done', lacks: (n: number) => `${n} missing`, untouched: 'Not started', filled: (n: number) => `${n} filled in`, check: 'Check and submit', required: 'required', optional: 'optional',
    missing: (n: number) => `${n} ${n === 1 ? 'answer' : 'answers'} still missing`, complete: 'Everything required is there', completeAgain: 'Everything required is there; submit again once the returned items are mended', returnedBox: (n: number) => `${n} ${n === 1 ? 'item' : 'items'} returned: mend and submit again`, returnedHere: (n: number) => `${n} returned`, wholeForm: 'The whole form', missingIn: (part: string) => `(${part})`,
    whole: 'Whole form', conflictNote: 'Several people can fill in the form. If two change the same answer at once, both texts are shown side by side; nothing is lost.', others: (names: string) => `${names} is filling in this form too.`,
    known: (source: string) => `Filled in from ${source}; please check`, sources: { region: 'the list of regions', community: 'the community profile', organisation: 'the list of organisations' }, fromApplication: (number: string) => `application ${number}`, savedBy: (name: string, time: string) => `Saved by ${name}, ${time}`,
    prev: 'Previous part', next: (n: number) => `Save and go to part ${n}`, toCheck: 'Save and go to check', save: 'Save', submit: 'Submit', whyNot: (n: number) => `${n} missing`, preview: 'Print preview',
    savedAt: (time: string) => `Saved at ${time}. You can go on from any device.`, notYet: 'Press “Save” when you have written.', closed: 'This cannot be changed now: it is submitted, or the last day is over. Everything is kept.',
    returned: 'Returned', returnedLead: 'Only the returned items need to be changed; everything else stays.', rowsHint: 'Empty rows are not saved.', addRow: 'Add a row', removeRow: 'Remove', row: (n: number) => `Row ${n}`, choose: 'Please choose', count: (n: number, most: number) => `${n} / ${most}`,
    conflict: 'Two people changed this at the same time', conflictLead: 'Both texts are kept. Write what should stay into the box, tick the line below, and save.', theirs: (name: string, time: string) => `Written by ${name}, ${time}`, settle: 'I have read both; the box is what counts', take: 'Use this one', keep: 'The box counts', blank: '(empty)',
    fileHeldBack: 'malware was found; the file is held back and does not count. Remove it, prepare it again on a safe device and upload it anew.',
    file: 'Choose a file', fileRule: 'PDF, JPG, PNG, photographs of telephones (HEIC), up to 20 MB; a broken connection goes on where it stopped.', fileLine: (size: string, pages: number | null, hash: string) => `${size}${pages ? `, ${pages} ${pages === 1 ? 'page' : 'pages'}` : ''}, stored, hash ${hash}…`,
    open: 'Open', remove: 'Remove', upload: 'Upload', history: 'History', withdraw: 'Withdraw', receipt: 'Receipt', errors: (n: number) => `${n} to put right`, crumbs: 'Where you are', home: 'Home',
  },
  lacks: {
    empty: () => 'not answered yet', 'too-short': (f: string) => `at least ${f} characters`, 'too-long': (f: string) => `${f} characters too many`, 'not-number': () => 'please write a number, such as 1200', 'too-small': (f: string) => `not less than ${f}`, 'too-big': (f: string) => `not more than ${f}`, 'not-option': () => 'please choose from the list', 'not-day': () => 'please write a date, such as 2026-10-01',
    'not-phone': () => 'a mobile number, or a landline with its area code', 'not-email': () => 'please write a complete e-mail address', 'not-credit-code': (f: string) => (f === '18' ? 'the check character is wrong; compare it with the certificate' : `18 characters are needed, there are ${f}`),
    'rows-missing': (f: string) => `at least ${f} row`, 'row-incomplete': (f: string) => `row ${f} is not complete`, 'row-number': (f: string) => `row ${f} needs a number`, 'row-day': (f: string) => `the date in row ${f} is wrong`, 'row-days-backwards': (f: string) => `row ${f} ends before it starts`, 'paper-missing': () => 'not uploaded yet', conflict: () => 'two people wrote different answers; please settle it',
    'more-children': (f: string) => `the age bands add up to ${f} children, more than the population`, 'more-than-children': (f: string) => `more than all children (${f})`,
  },
  check: {
    title: 'Check and submit', lead: 'Read everything once more. To change something, use “Change” at its part.', change: 'Change', empty: 'not answered', none: 'not uploaded', self: 'Quick self-check (optional)', selfText: 'Say how far you are with the 77 rules of the standard. It does not affect the application; it is the first line of the community’s history.', selfDone: (n: number, all: number) => `${n} of ${all} rules`, selfStart: 'Go to the self-check',
    promise: 'We vouch that everything handed in is true', promiseText: 'You get a receipt with time and hash. Until the last day you may withdraw and change.', submit: 'Submit', cannot: 'Not yet', notGovernment: 'The officer of the applying government submits. You may go on filling in.',
    unchanged: (names) => `Returned and not changed yet: ${names}. Change it, or say here why it may stay as it is.`, explanation: 'Why it stays as it is', explanationHint: 'The officer who checks sees it. For example: the credit code is as on the certificate, see page 2 of the attachment.',
  },
  self: {
    title: 'Quick self-check', lead: 'Optional; it does not affect the application. Leave open what you are not sure of and come back any time before you submit. Once you are a pilot, how far you are is shown on the community’s page; your sentences are not.', level: 'How far', note: 'One sentence (optional)', save: 'Save the self-check', levels: { met: 'Met', partly: 'Partly', 'not-yet': 'Not yet' }, counts: (met: number, partly: number, notYet: number) => `met ${met} · partly ${partly} · not yet ${notYet}`, back: 'Back to check', saved: 'The self-check is saved.', none: 'no answer', toCheck: 'to be verified', noRules: 'This edition has no rules yet.',
  },
  receipt: {
    title: 'Receipt', lead: 'A successful submit is the registration (question 12). Print or keep this page.', number: 'Number', unit: 'Unit', call: 'Call', at: 'Submitted', by: 'Submitted by', round: 'Submission', hash: 'Hash of the content (SHA-256)', code: 'Receipt code', roundOf: (n: number) => `No. ${n}`, verify: 'Anybody can check the receipt by its code or the QR code', qr: 'QR code of the receipt check', print: 'Print the receipt', back: 'Back to my applications', next: 'What comes next', checkBy: (day: string) => `The completeness check is done by ${day}; you will be told.`, withdraw: 'Something to change? Withdraw until the last day', none: 'This application has no valid receipt at the moment.', beijing: ' (Beijing time)',
  },
  verify: {
    title: 'Check a receipt', lead: 'Enter the 12 letters and digits of the receipt to see whether the application is registered and its content the same.', code: 'Receipt code', hint: 'For example 7K3M-9QXA-2D4F; dashes and capitals do not matter.', go: 'Check', standing: 'Valid', replaced: 'Replaced by a later submission', withdrawn: 'Withdrawn by the applicant', state: 'State', standingText: 'This receipt is valid. This is what was registered.', otherText: 'This receipt was valid once; its state is shown below.', again: 'Check another one', private: 'The check shows the registration only, nothing personal.',
  },
  withdraw: { title: 'Withdraw the application', lead: 'It becomes a draft again; you may change and submit it once more. The receipt is marked as withdrawn. After the last day nothing can be submitted.', sure: 'Yes, withdraw it', go: 'Withdraw', back: 'Keep it submitted', cannot: 'This application cannot be withdrawn now: it is not submitted, it is being handled already, or the last day is over.', toHistory: 'See its history', until: (day: string) => `Submit again by ${day}, 24:00 at the latest, or it does not count.` },
  history: {
    title: 'History', empty: 'Nothing has happened yet.', by: (name: string) => `By ${name}`, submissions: 'Submissions', withdrawn: 'withdrawn', states: { done: 'done', now: 'now', next: 'to come', rest: 'day off', late: 'late' },
    events: { 'application.started': 'Started', 'application.submitted': 'Submitted', 'application.withdrawn': 'Withdrawn', 'application.paper-attached': 'Paper attached', 'application.paper-removed': 'Paper removed', 'application.self-checked': 'Self-check saved', 'application.returned': 'Returned', 'application.complete': 'Complete', 'application.in-review': 'Handed to the experts', 'application.accepted': 'Accepted', 'application.declined': 'Not accepted', 'application.imported': 'Imported from a filled form', 'application.import-undone': 'Import undone', 'letter.made': 'Letter received', 'decision.reconsideration-opened': 'Decision looked at again', 'decision.reconsidered': 'Reconsideration concluded' }, other: 'Step',
  },
  print: { title: 'Print the application', go: 'Print', blank: 'not answered', sealed: 'Attached', foot: (number: string, time: string) => `${number} · printed ${time} (Beijing time)` },
  recommend: {
    title: 'Recommend a community', lead: 'Organisations, companies and residents cannot apply themselves but may recommend a community (question 7). We pass it on to its government, which decides.', unit: 'Which community', name: 'Your name', organisation: 'Your organisation', contact: 'How to reach you', contactHint: 'Telephone or e-mail; only to answer you, never published.', reason: 'Why this community', reasonHint: 'Its children, what is done already, what residents wish.', send: 'Send', done: 'Thank you, it has arrived', doneText: (unit: string) => `You recommended ${unit}. Keep the code and quote it when you ask.`, code: 'Code', more: 'Recommend another one', change: 'Another one',
  },
  script: {
    conflictLead: 'Choose one, or write what should stay into the box and press “The box counts”. Nothing is lost.',
    saving: 'Saving…', savedAt: (time: string) => `Saved at ${time}. You can go on from any device.`, offline: 'Offline. What you write is kept on this device and saved when the line is back.', failed: 'Not saved yet; trying again. Your text is still here.', conflict: 'Two people changed one answer; see the marked place.', signedOut: 'Your session has ended. Your text is kept on this device; sign in in a new window and come back.',
    going: (percent: string, left: string) => `${percent}% uploaded${left}`, seconds: (n: string) => `, about ${n} s`, cut: (percent: string) => `Offline at ${percent}%; goes on when the line is back`, paused: (percent: string) => `Paused at ${percent}%`, pause: 'Pause', resume: 'Go on', cancel: 'Cancel', finishing: 'Checking the file…', restored: 'Text that was not saved has been brought back from this device.', resumePick: (name: string) => `“${name}” was not finished; choose the same file again to go on.`, tooLarge: 'The file is larger than 20 MB. Scan it at a lower resolution or in parts.',
  },
} satisfies typeof zh;
