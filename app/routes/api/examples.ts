import { figureExamples } from './examples-figures.ts';
import { planExamples } from './examples-plans.ts';

/** 例子: one small story, told the same way in the description and in the guide; a test plays it against the running app. */
const ids = {
  call: '0199f0a4-0000-7000-8000-000000000001', application: '0199f0a4-0000-7000-8000-000000000002', file: '0199f0a4-0000-7000-8000-000000000003',
  organisation: '0199f0a4-0000-7000-8000-000000000004', notice: '0199f0a4-0000-7000-8000-000000000005', pilot: '0199f0a4-0000-7000-8000-000000000006', case: '0199f0a4-0000-7000-8000-000000000007', annualReport: '0199f0a4-0000-7000-8000-000000000008', matter: '0199f0a4-0000-7000-8000-000000000009', council: '0199f0a4-0000-7000-8000-00000000000a',
  session: '0199f0a4-0000-7000-8000-00000000000b', motion: '0199f0a4-0000-7000-8000-00000000000c', survey: '0199f0a4-0000-7000-8000-00000000000d',
};
const sha256 = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
const tag = '"Rk4mXc2Pq7wZ0aB1dE5fG6hJ8kL"';

const region = { code: '340111400', name: '滨湖世纪社区', nameEn: 'Binhu Shiji Community', level: 4, kind: 'township-like' };
const path = [{ code: '34', name: '安徽省', nameEn: 'Anhui Province' }, { code: '3401', name: '合肥市', nameEn: 'Hefei City' }, { code: '340111', name: '包河区', nameEn: 'Baohe District' }];
const words = { zh: '儿童友好社区建设规范', en: 'Norms for child-friendly communities' };
const edition = { id: 'cfcc-norms', ...words, publishedAt: '2026-08-01T00:00:00.000Z', hash: sha256 };
const call = {
  id: ids.call, title: '2026 年第一批', titleEn: 'First call of 2026', regionCode: '*', regionNameEn: 'China', state: 'published', places: 2, opensOn: '2026-08-01',
  closesOn: '2026-09-15', editionId: 'cfcc-norms',
};
const notice = { id: ids.notice, callId: ids.call, title: '第一批试点社区公示', phase: 'open', startsOn: '2026-09-20', endsOn: '2026-09-28', entries: 1 };
const certificate = {
  number: 'TY2026-00001-58', regionCode: region.code, regionNameEn: region.nameEn, unit: region.name, place: path.map((step) => step.name), applicant: '滨湖世纪社区', level: 'pilot', levelName: { zh: '试点', en: 'Pilot' }, grade: null,
  issuedOn: '2026-10-09', validUntil: '2028-10-08', standing: 'valid',
};
const libraryCase = {
  id: ids.case, number: 'AL-2026-0001', version: 1, publishedAt: '2026-09-01T02:00:00.000Z', regionCode: region.code, regionNameEn: region.nameEn, community: region.name, place: '安徽省 合肥市 包河区',
  title: { zh: '把车棚改成儿童议事角', en: 'A shed becomes a corner for the children’s council' }, summary: { zh: '三个月，把旧车棚改成孩子开会的地方。', en: 'In three months a shed became a place where children meet.' },
  cost: 18_000, months: 3, ages: ['7-12'], tags: ['space'], rules: ['A3.1'], reach: 2,
};
const annualReport = { id: ids.annualReport, regionCode: '*', regionNameEn: 'China', place: { zh: '全国', en: 'The nation' }, year: 2026, number: 1, asOf: '2026-09-01T02:00:00.000Z', publishedAt: '2026-09-01T02:00:00.000Z', hash: sha256 };
const matter = {
  id: ids.matter, regionCode: region.code, regionNameEn: region.nameEn, unit: region.name, topic: 'way-to-school', state: 'received', outcome: null, receivedOn: '2026-09-01', seenDueOn: '2026-09-04', seenOn: null, answerDueOn: '2026-09-15', answeredOn: null,
  owner: '', taskDueOn: null, doneOn: null, isLate: false, reopened: 0, many: 1, words: null,
};
const council = { id: ids.council, regionCode: region.code, regionNameEn: region.nameEn, unit: region.name, level: 'street', name: '滨湖儿童议事会', foundedOn: '2026-09-01', isClosed: false, sessions: 1, motions: 1, answered: 1 };
const survey = { id: ids.survey, regionCode: region.code, regionNameEn: region.nameEn, unit: region.name, audience: 'children-8-12', title: '秋季', wave: 'baseline', closedOn: '2026-09-01', isInvented: false, atLeast: 39, fingerprint: sha256 };
const line = {
  id: ids.application, number: 'TY-2026-0001', state: 'draft', callId: ids.call, callTitle: call.title, regionCode: '340111400', regionNameEn: region.nameEn, unitName: '滨湖世纪社区',
  applicantCode: '340111400', round: 0, submittedAt: null, checkDueOn: null, answerDueOn: null, updatedAt: '2026-09-01T02:00:00.000Z',
};
const paper = { paper: 'sealed-opinion', fileId: ids.file, name: '关于同意申报的意见.pdf', sha256, size: 512, mediaType: 'application/pdf' };
const application = {
  ...line, questionSetId: 'pilot-1', lastDay: '2026-09-15', answers: { 'unit-name': '滨湖世纪社区', population: '120000' }, conflicts: [], papers: [paper],
  missing: [{ questionId: 'goals', why: 'empty' }], returned: [], may: { fill: true, submit: true, withdraw: false },
};
const receipt = {
  applicationId: ids.application, number: 'TY-2026-0001', round: 1, code: '7K2M-9QXR-4D0T', hash: sha256, submittedAt: '2026-09-01T02:00:00.000Z',
  submittedByName: '合肥市政务平台 · 申报接口',
};
const file = { id: ids.file, name: paper.name, mediaType: paper.mediaType, size: paper.size, sha256, pages: 1, createdAt: '2026-09-01T02:00:00.000Z' };
const organisation = {
  id: ids.organisation, kind: 'community', name: '滨湖世纪社区居民委员会', creditCode: null, regionCode: '340111400', regionNameEn: region.nameEn, verification: 'unverified',
  createdAt: '2026-09-01T02:00:00.000Z',
};
const tallied = { met: 40, partly: 22, notMet: 14, notApplicable: 1, mean: 67.1053 };
const counted = { ...tallied, unmet: 47.3684 };
const standing = { code: '340111', name: '包河区', nameEn: 'Baohe District', communities: 12, allMusts: 3, ...tallied, sections: { A: 71.25 } };
const one = { params: { id: ids.application } };
const fresh = { 'idempotency-key': 'anhui-2026-0001-submit' };

export const examples = {
  ...planExamples,
  ...figureExamples,
  listRegions: { query: { parent: '340111' }, answer: { items: [region] } },
  listEditions: { answer: { items: [edition] } },
  getEdition: {
    params: { id: 'cfcc-norms' },
    answer: {
      ...edition, note: { zh: '', en: '' }, sources: {}, principles: [{ id: 'P1', zh: '儿童优先', en: 'Children first' }],
      sections: [{ id: 'A', zh: '制度友好', en: 'Policies', chapter: '4', about: { zh: '', en: '' }, norms: [] }],
    },
  },
  listCalls: { query: { limit: 20 }, answer: { items: [call], next: null } },
  getQuestions: {
    params: { id: ids.call },
    answer: {
      id: 'pilot-1', version: 1, title: { zh: '申报表', en: 'Application form' },
      sections: [{ id: 'unit', title: { zh: '申报单位', en: 'The applicant' }, questions: [{ id: 'unit-name', kind: 'text', label: { zh: '社区名称', en: 'Name of the community' }, isRequired: true }] }],
    },
  },
  listNotices: { query: { limit: 20 }, answer: { items: [notice], next: null } },
  getNotice: {
    params: { id: ids.notice },
    answer: { ...notice, body: '现将名单予以公示。', workingDays: 7, entries: [{ regionCode: region.code, regionNameEn: region.nameEn, name: region.name, path: path.map((step) => step.name), applicant: '滨湖世纪社区', state: 'listed', removedReason: '' }] },
  },
  listCertificates: { query: { standing: 'valid' }, answer: { items: [certificate], next: null } },
  getCertificate: {
    params: { number: certificate.number },
    answer: {
      ...certificate, call: { zh: call.title, en: call.titleEn }, notice: { id: ids.notice, title: notice.title }, standingSince: '2026-10-09T02:00:00.000Z', reason: '', credentialHash: sha256,
      key: 'did:web:tongyou.example#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp', credential: 'https://tongyou.example/certificates/TY2026-00001-58/credential.json',
    },
  },
  listPilots: {
    query: { region: '34' },
    answer: { items: [{ id: ids.pilot, regionCode: region.code, regionNameEn: region.nameEn, name: region.name, path, callTitle: call.title, since: '2026-10-01', state: 'pilot', children: 900 }], next: null },
  },
  getStatistics: {
    query: { region: '340111' },
    answer: {
      year: 2026, stream: 'self', edition: { id: 'cfcc-norms', ...words }, dataVersion: { changes: 3120, at: '2026-09-01T02:00:00.000Z' },
      ...standing, bySection: [{ id: 'A', ...words, ...counted }], byNorm: [{ id: 'A1', section: 'A', ...words, ...counted }],
      byRule: [{ id: 'A1.1', norm: 'A1', kind: 'must', ...words, ...counted }], bands: [{ from: 60, communities: 12 }],
      years: [{ year: 2026, edition: 'cfcc-norms', communities: 12, mean: 66.4 }], regions: [{ ...standing, code: '340111400', name: '滨湖世纪社区', nameEn: region.nameEn }],
      definitions: { mean: words, communities: words, allMusts: words, unmet: words, bands: words, children: words, dataVersion: words },
    },
  },
  listCases: { query: { region: '34', tag: 'space' }, answer: { items: [libraryCase], next: null } },
  getCase: {
    params: { id: ids.case },
    answer: {
      ...libraryCase, hash: sha256, problem: '孩子没有自己的地方。', action: '儿童议事会提出，居民投票。', lessons: '先让孩子画。', funding: '社区营造经费', startedOn: '2026-03-01',
      partners: [{ name: '安居物业', role: '让出场地' }], outcomes: [{ what: '每周开放时间', before: 8, after: 30, unit: '小时' }],
      versions: [{ version: 1, publishedAt: libraryCase.publishedAt, changes: '', hash: sha256 }], citation: words,
    },
  },
  listAnnualReports: { query: { region: '*', year: 2026 }, answer: { items: [annualReport], next: null } },
  getAnnualReport: {
    params: { id: ids.annualReport },
    answer: {
      ...annualReport, figures: [{ id: 'assessments', value: 620, before: 410, query: 'select count(distinct region_code) from records where …' }], query: 'select distinct on (county_code, region_code, stream) …',
      results: [{ stream: 'self', editionId: 'cfcc-norms', communities: 620, mean: 67.11, before: null, sections: [{ id: 'A', mean: 71.25 }], missed: [{ ruleId: 'C4.1', communities: 93, share: 15 }] }],
    },
  },
  getVoices: {
    params: { code: region.code },
    answer: {
      regionCode: region.code, regionNameEn: region.nameEn, unit: region.name, asOf: '2026-09-01', received: 1, open: 1, late: 0, adopted: 0, declined: 0, done: 0, promises: { due: 0, kept: 0, keptInTime: 0, share: null }, answers: { due: 0, inTime: 0, share: null },
      matters: [{ id: ids.matter, topic: 'way-to-school', state: 'received', month: '2026-09', isLate: false, dueOn: '2026-09-04', doneOn: null, outcome: null, owner: '', words: null, answer: null, told: null, voices: null }],
    },
  },
  listCouncils: { query: { region: '34', level: 'street' }, answer: { items: [council], next: null } },
  getCouncil: {
    params: { id: ids.council },
    answer: {
      id: ids.council, regionCode: region.code, regionNameEn: region.nameEn, place: '安徽省 合肥市 包河区 滨湖世纪社区', level: 'street', name: council.name, foundedOn: '2026-09-01', isClosed: false, charterVersion: 1,
      charter: { aim: '让孩子的话有人听、有人答', termYears: 2, seats: 5, quorumPercent: 60, sessionsPerYear: 4, answerDays: 30, rules: '每季度一次', childRules: ['想说的都可以说。'] }, above: null,
      sessions: [{ id: ids.session, number: 1, heldOn: '2026-09-01', minutes: '讨论了放学路口的照明。', childMinutes: '我们说了路灯。' }],
      motions: [{
        id: ids.motion, title: '放学路口装一盏灯', text: '天黑得早，过马路看不清。', state: 'answered', votedOn: '2026-09-01', inFavour: 4, against: 1, abstaining: 0, body: '', sentOn: null, answerDueOn: null, isLate: false,
        answeredOn: '2026-09-01', verdict: 'yes', answer: '已列入十月路灯维护计划。', answeredBy: '街道城建办 周主任',
      }],
    },
  },
  listSurveyResults: { query: { region: '34', year: 2026 }, answer: { items: [survey], next: null } },
  getSurveyResult: {
    params: { id: ids.survey },
    answer: {
      ...survey, themes: [{ theme: 'play', mean: { value: 0.667, low: 0.6, high: 0.73 }, shown: 4, hidden: 0 }],
      items: [{ id: 'play-near', theme: 'play', text: { zh: '我家附近有地方玩', en: 'There is a place to play near my home' }, levels: 3, favourable: 1, share: { value: 0.667, low: 0.51, high: 0.79 }, base: 39, blocks: [{ at: [0], count: 26 }] }],
    },
  },
  listSuggestions: { query: { region: '34', limit: 50 }, answer: { items: [matter], next: null } },
  getToken: {
    answer: { name: '合肥市政务平台 · 申报接口', verbs: ['application.read', 'application.fill'], perMinute: 600, grants: [{ role: 'government-officer', regionCode: '3401', regionNameEn: 'Hefei City', organisationId: null }] },
  },
  listApplications: { query: { region: '34', state: 'draft', limit: 50 }, answer: { items: [line], next: null } },
  startApplication: { headers: { 'idempotency-key': 'anhui-2026-0001-start' }, body: { callId: ids.call, regionCode: '340111400' }, answer: { id: ids.application, number: 'TY-2026-0001' } },
  getApplication: { ...one, answer: application },
  saveAnswers: {
    ...one, headers: { 'if-match': tag, 'idempotency-key': 'anhui-2026-0001-unit' },
    body: { answers: { 'unit-name': '滨湖世纪社区', population: '120000' } }, answer: application,
  },
  attachPaper: { params: { id: ids.application, paper: 'sealed-opinion', fileId: ids.file }, answer: application },
  removePaper: { params: { id: ids.application, paper: 'sealed-opinion', fileId: ids.file }, answer: { ...application, papers: [] } },
  submitApplication: { ...one, headers: fresh, body: { truthful: 'yes' }, answer: receipt },
  getReceipt: { ...one, answer: receipt },
  withdrawApplication: { ...one, headers: { 'idempotency-key': 'anhui-2026-0001-withdraw' }, body: { sure: 'yes' }, answer: { id: ids.application, state: 'draft' } },
  getTimeline: { ...one, answer: { items: [{ at: '2026-09-01T02:00:00.000Z', event: 'application.started', text: '开始填写申报', by: '合肥市政务平台 · 申报接口' }] } },
  uploadFile: { query: { name: '关于同意申报的意见.pdf' }, headers: { 'idempotency-key': 'anhui-2026-0001-opinion' }, answer: file },
  getFile: { params: { id: ids.file }, answer: file },
  listOrganisations: { query: { region: '34', limit: 50 }, answer: { items: [organisation], next: null } },
  getOrganisation: {
    params: { id: ids.organisation },
    answer: { ...organisation, address: '广西路 1 号', contactName: '王芳', contactPhone: '0551-12345678', verificationNote: '', updatedAt: '2026-09-01T02:00:00.000Z' },
  },
} as const;
