import type zh from '../zh-CN/statements.ts';

export default {
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody should be able to use this site, with a screen reader, with the keyboard alone, or with weak eyes.',
    parts: [
      { title: 'What is done', lines: ['Public pages and the application form work completely without scripts.', 'Everything can be done with the keyboard; the focus has a clear ring; the first link of each page skips to its content.', 'Text has the contrast of WCAG 2.2 AA; no state is told by colour alone, a word or a shape always goes with it.', 'Tables, maps and the flower are described in words; beside each map stands a table with the same content.', 'On a narrow phone (360 pixels) nothing is lost and tables become cards; at 200 % nothing needs sideways scrolling.', 'When the system asks for less motion there is none.', 'Chinese and English, switched at any time.'] },
      { title: 'What is not done yet', lines: ['Scans come from the applicants and may hold no text for a screen reader.', 'Some large tables of the desk take many steps with a screen reader.', 'No full test with disabled people has been held; automatic checks do not replace it.'] },
      { title: 'When something does not work', lines: ['Note the address and the request number (shown when a page fails) and tell the programme office; while a call is open the officer of the sub-district or township may also fill in the form for you.'] },
    ],
  },
  privacy: {
    title: 'Personal and children’s information',
    lead: 'Only what the work needs is asked, its use is said, and nobody else sees it.',
    parts: [
      { title: 'What is collected', lines: ['Public pages need no sign-in. There are no third-party statistics or advertisements, and nothing is loaded from other sites.', 'Signing in sets one session mark; switching the language sets a language mark for one year.', 'The application form asks for the unit, the names, telephone numbers and e-mail of those in charge, and figures of the community.', 'Objections may be anonymous: no account, network address or time of day is kept, and they are entered together every morning. A name and contact are kept encrypted; whoever handles one gives a reason for each look, and nobody who took part in the review or decision can see them.'] },
      { title: 'Children’s information', lines: ['No child’s name, address, photograph or contact is collected, only numbers by age band.', 'Please write no child’s personal information into applications, objections or recommendations; the check will return it to be taken out.'] },
      { title: 'Who can see it', lines: ['Each account sees its own region and duties; experts see only what is assigned to them.', 'System, security and audit administrators are different people.', 'Every change leaves a record of who, when and what; records can only be added, never altered.'] },
      { title: 'What is public', lines: ['Lists on notice, pilots, figures of communities and the whole standard are public and can be downloaded.', 'How far a pilot said it was with each rule when it applied is shown on its page; its sentences are not.', 'Contacts, telephone numbers, scores, experts’ names and objectors are not.'] },
      { title: 'Your rights', lines: ['Under “My account” you can see where you are signed in and sign out elsewhere.', 'To see, correct or delete your information, ask the programme office; before the last day of a call you can withdraw an application yourself.'] },
    ],
  },
  openData: {
    title: 'Open data and API',
    lead: 'What is public can be read by programs: no sign-in, no key, from any web page.',
    start: 'Description of the API (OpenAPI 3.1)',
    guide: 'how to use the API',
    base: 'Base address',
    table: { path: 'Address', what: 'Content', example: 'Example' },
    paths: [
      { path: '/api/v1/regions', what: 'Regions with their English names: one level down, or by name, pinyin or initials', example: '/api/v1/regions?parent=3401' },
      { path: '/api/v1/standard', what: 'Editions of the standard', example: '/api/v1/standard' },
      { path: '/api/v1/standard/{id}', what: 'One edition: principles, sections, norms, rules, figures and sources', example: '/api/v1/standard/cfcc-norms' },
      { path: '/api/v1/calls', what: 'Published calls for pilots', example: '/api/v1/calls' },
      { path: '/api/v1/notices', what: 'Public notices and their lists', example: '/api/v1/notices' },
      { path: '/api/v1/certificates', what: 'Certificates, by region, level and standing; /api/v1/certificates/{number} is one', example: '/api/v1/certificates?standing=valid' },
      { path: '/api/v1/statistics', what: 'Results against the standard: a region and those one level down, by section, norm and rule', example: '/api/v1/statistics?region=34' },
      { path: '/api/v1/plans', what: 'Published action plans; /api/v1/plans/{id} for one: actions, who leads, tasks, indicators, targets by year and the figures of every period', example: '/api/v1/plans?region=34' },
      { path: '/api/v1/cases', what: 'The case library, by region, rule, section, topic, age and cost; /api/v1/cases/{id} is one, with all its versions', example: '/api/v1/cases?tag=space' },
      { path: '/api/v1/annual-reports', what: 'Public annual reports; /api/v1/annual-reports/{id} is one, each figure with the question that gave it', example: '/api/v1/annual-reports?region=*' },
      { path: '/api/v1/communities/{code}/voices', what: 'What children of a community suggested and whether promises were kept; words only where they are public', example: '/api/v1/communities/340111400/voices' },
      { path: '/api/v1/councils', what: 'Children’s councils; /api/v1/councils/{id} is one: charter, minutes, motions and what became of them, without names', example: '/api/v1/councils?region=34' },
      { path: '/api/v1/survey-results', what: 'Published results of surveys; /api/v1/survey-results/{id} is one round, cells of too few people left out', example: '/api/v1/survey-results?region=34' },
      { path: '/statistics/data/regions.csv', what: 'The same figures as CSV; also rules.csv, children.csv and regions.geojson', example: '/statistics/data/regions.csv' },
      { path: '/api/v1/pilots', what: 'Pilot communities, by region if you like', example: '/api/v1/pilots?region=34' },
    ],
    parts: [
      { title: 'Paging', lines: ['A list gives at most 100 at once. Its next is the mark of the next page: send it as cursor. No next means the end.'] },
      { title: 'Errors', lines: ['Errors come as application/problem+json with the status, the reason and the parameter that is wrong.'] },
      { title: 'Caching', lines: ['Every answer carries an ETag; ask again with If-None-Match and get 304 when nothing changed.'] },
      { title: 'Use', lines: ['Free to use; please name Tongyou and the day you took the data. Data of the demonstration are invented and must not be quoted.'] },
    ],
  },
} satisfies typeof zh;
