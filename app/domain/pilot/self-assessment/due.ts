import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { amongCodes, beijingDayOf, dueLine, lyingIn, momentLine, type Part } from '#app/domain/base/communities/told.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { selfAssessmentDelegations, selfAssessmentRows, selfAssessments } from './tables.server.ts';

const { countyCode, id, regionCode, year, status, score, submittedAt } = selfAssessments;
const filled = sql`(select count(*) from ${selfAssessmentRows} r where r.county_code = ${countyCode} and r.assessment_id = ${id}
  and (r.copied_from is null or r.said ? 'confirm' or (r.said #>> '{level,current,revision}')::int > 1))`;

/** 自评待办: this year's, to be begun by pilots and gone on with by everybody who began; and sections given to this person. */
export const assessmentsDue: Part = (ctx, { codes }) => {
  const mine = codes.filter((code) => may(ctx.actor, 'assessment.fill', { regionCode: code }));
  if (mine.length === 0) return undefined;
  const thisYear = Number(beijingDay(ctx.now).slice(0, 4));
  const lastDay = sql`${`${thisYear}-12-31`}::date`;
  const { sectionId, toUser } = selfAssessmentDelegations;
  return sql`
    select ${dueLine({ regionCode: pilots.regionCode, kind: 'assessment-start', day: lastDay, path: 'self-assessment', figure: sql`${thisYear}::int` })}
    from ${pilots} where ${amongCodes(pilots.regionCode, mine)} and ${pilots.state} = 'pilot'
      and ${pilots.regionCode} not in (select ${regionCode} from ${selfAssessments} where ${lyingIn(selfAssessments, mine)} and ${year} = ${thisYear}) group by ${pilots.regionCode}
    union all
    select ${dueLine({ regionCode, kind: 'assessment-go-on', day: sql`case when ${year} = ${thisYear} then ${lastDay} end`, path: sql`'self-assessment/' || ${year}`, figure: filled })}
    from ${selfAssessments} where ${lyingIn(selfAssessments, mine)} and ${status} <> 'submitted'
    union all
    select ${dueLine({ regionCode, kind: 'assessment-delegated', day: null, path: sql`'self-assessment/' || ${year} || '/sections/' || min(${sectionId})`, figure: sql`string_agg(${sectionId}, ' ' order by ${sectionId})` })}
    from ${selfAssessmentDelegations} join ${selfAssessments} on ${countyCode} = ${selfAssessmentDelegations.countyCode} and ${id} = ${selfAssessmentDelegations.assessmentId}
    where ${lyingIn(selfAssessments, mine)} and ${toUser} = ${ctx.actor.id} and ${status} <> 'submitted' group by ${regionCode}, ${year}`;
};

/** 提交过的自评 as lines of the timeline; what a community did under an earlier code is its own. */
export const assessmentMoments: Part = (ctx, { codes, ever }) => {
  if (!codes.every((code) => may(ctx.actor, 'assessment.read', { regionCode: code }))) return undefined;
  return sql`
    select ${momentLine({ kind: 'assessment-submitted', day: beijingDayOf(submittedAt), path: sql`'self-assessment/' || ${year}`, figure: sql`${score}` })}
    from ${selfAssessments} where ${lyingIn(selfAssessments, ever)} and ${submittedAt} is not null`;
};
