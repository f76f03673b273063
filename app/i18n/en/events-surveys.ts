import type zh from '../zh-CN/events-surveys.ts';

export default {
  'survey.started': 'began a survey',
  'survey.changed': 'changed a survey',
  'survey.published': 'published a survey',
  'survey.put-away': 'put a survey away',
  'survey.campaign-started': 'began a survey over many communities',
  'survey.round-opened': 'opened a round of a survey',
  'survey.invited-set': 'changed how many are invited',
  'survey.codes-made': 'gave out survey codes',
  'survey.code-changed': 'changed a survey code',
  'survey.consent-noted': 'noted consent for a survey',
  'survey.begun': 'somebody began a sheet',
  'survey.answered': 'a sheet came in',
  'survey.sheets-entered': 'entered sheets from paper',
  'survey.sheets-mixed': 'mixed the order of the sheets',
  'survey.round-closed': 'closed a round of a survey',
  'survey.round-found-closed': 'the round was closed already',
  'survey.region-followed': 'surveys followed a change of regions',
  'survey.results-written': 'wrote down the results of a survey round',
  'survey.results-stand': 'the results of this round stand already',
  'survey.quarter-pooled': "put together a quarter's results of small communities",
} satisfies typeof zh;
