import { type Lists } from '#app/domain/base/exports/list.ts';
import { applicationsList, recommendationsList } from './applications.ts';
import { callsList, noticeEntriesList, noticesList, objectionsList, pilotsList, reviewTableList } from './cycle.ts';
import { accountsList, expertsList, invitationsList, organisationsList } from './people.ts';
import { recordsList, regionsList } from './system.ts';

/** 全部名单: every list that can be exported. */
export const lists: Lists = {
  applications: applicationsList, calls: callsList, organisations: organisationsList, experts: expertsList, 'review-table': reviewTableList,
  recommendations: recommendationsList, notices: noticesList, 'notice-entries': noticeEntriesList, objections: objectionsList, records: recordsList,
  regions: regionsList, accounts: accountsList, invitations: invitationsList, pilots: pilotsList,
};
