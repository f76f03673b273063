import { z } from '@hono/zod-openapi';
import { councilLevels } from '#app/domain/children/councils/model.ts';
import { shows, topics } from '#app/domain/children/suggestions/model.ts';
import { audiences } from '#app/domain/children/surveys/model.ts';
import { operation } from './operation.ts';
import { pageOf, Paging, region } from './shapes.ts';
import { CouncilShape, CouncilWholeShape, MatterShape, SurveyResultShape, SurveyResultWholeShape, VoicesShape } from './shapes-children.ts';

/** 儿童参与的地址: what children said and what became of it, their councils, what surveys found; no child can be found in any of it. */
const tag = 'open data' as const;
const one = { params: z.object({ id: z.string().max(60) }) };

export const readVoices = operation(
  '/v1/communities/{code}/voices',
  { id: 'getVoices', tag, summary: 'What children of a community suggested, and how many promises were kept', about: 'Words only as a person has approved them; how many said it only from five on; the month instead of the day.' },
  [200, VoicesShape], { params: z.object({ code: region }) },
);
export const readCouncils = operation(
  '/v1/councils', { id: 'listCouncils', tag, summary: "Children's councils, newest first" }, [200, pageOf(CouncilShape)],
  { query: z.object({ ...Paging, region: region.optional(), level: z.enum(councilLevels).optional() }) },
);
export const readCouncil = operation('/v1/councils/{id}', { id: 'getCouncil', tag, summary: 'One council: its charter, sessions with their minutes, motions and what became of them', about: 'Seats without names.' }, [200, CouncilWholeShape], one);
export const readSurveyResults = operation(
  '/v1/survey-results', { id: 'listSurveyResults', tag, summary: 'Rounds of surveys with published results, closed last first' }, [200, pageOf(SurveyResultShape)],
  { query: z.object({ ...Paging, region: region.optional(), year: z.coerce.number().int().min(2017).max(2200).optional(), audience: z.enum(audiences).optional() }) },
);
export const readSurveyResult = operation(
  '/v1/survey-results/{id}',
  { id: 'getSurveyResult', tag, summary: 'What one round found, as everybody may read it', about: 'A cell that rests on too few people is `null`, and so are those from which it could be worked out; `atLeast` is what may be said all the same.' },
  [200, SurveyResultWholeShape], one,
);
export const readSuggestions = operation(
  '/v1/suggestions',
  { id: 'listSuggestions', tag: 'suggestions', summary: 'Matters out of what children suggested in your regions, newest first', about: 'For systems that track tasks: limits, promises and who does them. `words` are there only where a person has approved them for everybody.', verb: 'suggestion.read' },
  [200, pageOf(MatterShape)], { query: z.object({ ...Paging, region: region.optional(), show: z.enum(shows).optional(), topic: z.enum(topics).optional() }) },
);
