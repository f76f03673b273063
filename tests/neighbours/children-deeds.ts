import { councilDeeds } from './council-deeds.ts';
import { familyDeeds } from './family-deeds.ts';
import { moderationDeeds } from './moderation-deeds.ts';
import { privacyDeeds } from './privacy-deeds.ts';
import { retentionDeeds } from './retention-deeds.ts';
import { solicitationDeeds } from './solicitation-deeds.ts';
import { spaceDeeds } from './space-deeds.ts';
import { suggestionDeeds } from './suggestion-deeds.ts';
import { surveyDeeds } from './survey-deeds.ts';
import { surveyResultDeeds } from './survey-result-deeds.ts';

/** 儿童和空间的事 under their verbs. */
export const childrenDeeds = {
  ...familyDeeds, ...councilDeeds, ...suggestionDeeds, ...solicitationDeeds, ...moderationDeeds, ...privacyDeeds, ...retentionDeeds, ...surveyDeeds, ...surveyResultDeeds, ...spaceDeeds,
};
