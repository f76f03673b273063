import { redirect } from 'react-router';
import { z } from 'zod';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { publishSurvey } from '#app/domain/children/surveys/edit-survey.ts';
import { CampaignInput, EditionInput, StartInput } from '#app/domain/children/surveys/input.ts';
import { instruments } from '#app/domain/children/surveys/instruments.ts';
import { responseRate, waves } from '#app/domain/children/surveys/model.ts';
import { listCampaigns, listSurveys } from '#app/domain/children/surveys/read.ts';
import { startCampaign } from '#app/domain/children/surveys/start-campaign.ts';
import { importSurvey, startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { addDays, beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { CampaignForm, PublishForm, StartForm } from './forms.tsx';
import type { Route } from './+types/surveys.ts';

/** The region somebody asks in: the one of the address, if it is theirs, or the first of theirs. */
function regionOf(ctx: Ctx, request: Request): string {
  const own = regionsFor(ctx.actor, 'survey.campaign');
  const asked = new URL(request.url).searchParams.get('region');
  const region = asked && own.some((code) => contains(code, asked)) ? asked : own[0];
  if (!region) throw new Refusal('not-allowed', 403);
  return region;
}

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const region = regionOf(ctx, request);
    const own = [...new Set(regionsFor(ctx.actor, 'survey.campaign'))];
    const place = await placeNames(ctx, own.filter((code) => code !== '*'));
    const today = beijingDay(ctx.now);
    const surveys = (await listSurveys(ctx, region)).filter(({ state }) => state !== 'put-away');
    return {
      region, own: own.map((code) => ({ code, name: code === '*' ? '' : place(code) })), today, until: addDays(today, 30), campaigns: await listCampaigns(ctx, region),
      surveys: surveys.map(({ id, draft, version, edition, isChanged, audience }) => ({ id, title: draft.title, version, edition, isChanged, audience })),
      sources: instruments.map(({ id, definition }) => ({ id, title: definition.title })), told: new URL(request.url).searchParams.get('told'),
    };
  });
}

const Deed = z.object({ go: z.enum(['copy', 'import', 'publish', 'start']) });
const Publish = EditionInput.extend({ surveyId: z.uuid() });
const Imported = z.object({ file: z.string().trim().min(2).max(200_000) });

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const copy = request.clone();
  return answer(ctx, request, Deed, async ({ go }) => {
    const region = regionOf(ctx, copy);
    const back = (told: string) => redirect(`/desk/surveys?region=${encodeURIComponent(region)}&told=${told}`);
    if (go === 'copy') return answer(ctx, copy, StartInput, async (input) => back((await startSurvey(ctx, region, input)) && 'copied'));
    if (go === 'import') return answer(ctx, copy, Imported, async ({ file }) => back((await importSurvey(ctx, region, file)) && 'copied'));
    if (go === 'publish') return answer(ctx, copy, Publish, async ({ surveyId, edition }) => back((await publishSurvey(ctx, region, surveyId, edition)) > 0 ? 'published' : ''));
    return answer(ctx, copy, CampaignInput, async (input) => back(String((await startCampaign(ctx, region, input)).communities)));
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export type DeskSurveys = Route.ComponentProps['loaderData'];

/** 统一调查 at the desk: one survey over many communities. */
export default function Surveys({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { campaign: words } = all;
  const results = useWords(surveyResultsWords);
  const locale = useLocale();
  const { campaigns, told } = loaderData;
  const problem = actionData as Problem | undefined;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ButtonLink to="/desk/surveys/results">{results.region.title}</ButtonLink>} />
      <ProblemAlert problem={problem} names={{ title: all.round.title, surveyId: words.survey, places: words.places, invited: all.round.invited, opensOn: all.round.opensOn, closesOn: all.round.closesOn, file: all.list.file, from: all.list.from, wave: all.round.wave }} />
      {told && !problem ? <p role="status"><StatusTag tone="good">{told === 'copied' ? words.copied : told === 'published' ? words.published : words.started(Number(told) || 0)}</StatusTag></p> : null}
      <KeysetTable
        page={{ rows: campaigns }}
        empty={{ text: words.none }}
        columns={[
          { name: 'title', title: words.columns.title, place: 'main', show: (row) => <b>{row.title}</b> },
          { name: 'wave', title: words.columns.wave, show: (row) => all.waves[row.wave] },
          { name: 'days', title: words.columns.days, show: (row) => `${shortDay(row.opensOn, locale)} – ${shortDay(row.closesOn, locale)}` },
          { name: 'closed', title: words.columns.closed, place: 'state', show: (row) => <span className="num">{row.closed} / {row.communities}</span> },
          { name: 'rate', title: words.columns.rate, show: (row) => <span className="num">{all.list.rate(row.answered, row.invited, responseRate(row.answered, row.invited))}</span> },
        ]}
      />
      <CampaignForm page={loaderData} problem={problem} waves={waves} />
      <PublishForm page={loaderData} />
      <StartForm page={loaderData} problem={problem} />
    </>
  );
}
