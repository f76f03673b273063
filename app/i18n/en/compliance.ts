import type zh from '../zh-CN/compliance.ts';

const words: typeof zh = {
  title: (year) => `Compliance report on minors’ data, ${year}`,
  lead: 'By 31 January the audit of the year before is filed (Regulation on minors online, article 37), those under fourteen counted apart. Figures come out of the records of the work and are frozen once filed.',
  year: 'Year', region: 'Region', show: 'Show', nation: 'The nation', csv: 'CSV', print: 'Print', file: 'Compliance report',
  preliminary: (at) => `This year is not over; the figures are those of ${at} and only to be looked at.`, over: (day) => `To be filed by ${day}, and kept here once it is filed.`, due: (day) => `due ${day}`, late: (day) => `This was due on ${day}. Please file it and keep it here.`,
  noStock: 'The children have not been counted yet; it is done tonight by itself.', stock: (at) => `children counted ${at}`,
  filed: (number, on, by) => `Filing ${number}, ${on}, ${by}`, receipt: 'Receipt', hash: 'Fingerprint', why: 'Why it was corrected', asOf: (at) => `figures as of ${at}`,
  filings: 'Filings', fileIt: 'Keep the filing', correct: 'Correct the filing', fileAsk: 'The figures are frozen and never change again. File it with the authority first, then note its receipt here.', fields: { filedOn: 'Filed on', receipt: 'Number of the receipt', note: 'Why it is corrected' },
  check: 'Count anew', same: 'Counted anew it is the same to the last figure.', differs: 'Counted anew it differs from what was filed: records changed afterwards, or the content was altered. What was filed stays as it was frozen.',
  groups: { stock: 'Minors', given: 'Consent', refused: 'Refused', withdrawn: 'Withdrawn', access: 'Grants to look', rights: 'Requests about rights', sharing: 'Sharing and entrusting', assessments: 'Impact assessments', incidents: 'Incidents', retention: 'Retention' },
  figures: {
    minors: 'Accounts of minors (end of year)', under14: 'under 14', from14: '14 to 17', grown: '18 and older, not cleared yet', erased: 'erased this year',
    'access-asked': 'asked to look', 'access-approved': 'approved', 'access-refused': 'refused', 'identity-opened': 'opened', 'right-asked': 'requests', 'right-granted': 'granted', 'right-refused': 'refused with a reason',
    shares: 'times shared', 'shared-children': 'children concerned (each time)', 'shares-consent': 'by separate consent', 'shares-law': 'by law', 'shares-contract': 'entrusted', 'shares-settled': 'confirmed returned or deleted', partners: 'partners enabled at the end',
    'assessments-approved': 'approved this year', 'assessments-in-force': 'in force at the end', incidents: 'incidents', 'incident-children': 'children concerned', 'incidents-told': 'families told', 'incidents-closed': 'closed',
    'retention-runs': 'runs', 'retention-deleted': 'rows deleted', 'retention-anonymised': 'rows made nobody’s', 'retention-held': 'holds placed',
  },
  consents: 'Purposes and consent', purpose: 'Purpose', places: 'By region', place: 'Region', noPlaces: 'No region below has figures.', notices: 'Rules that applied', notice: (version, on) => `version ${version}, published ${on}`, noNotices: 'No rules had been published.', within: (group, item) => `${group}: ${item}`, item: 'Figure', number: 'Number',
};
export default words;
