import { z } from 'zod';
import { levels } from '#app/domain/base/rule-results/model.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { getHandedInAssessment } from '#app/domain/pilot/self-assessment/desk-list.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Radar } from '#app/ui/light/radar.tsx';
import type { Route } from './+types/self-assessment.ts';

const Asked = z.object({ round: z.coerce.number().int().min(1).max(1000).optional(), level: z.enum(levels).optional(), section: z.string().max(4).optional() });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({ asked, assessment: await getHandedInAssessment(ctx, params.id, asked.round) }));
}

const tones = { met: 'good', partly: 'now', 'not-met': 'bad', 'not-applicable': 'rest' } as const;

/** 一份已提交的自评: as it was handed in, rule by rule; earlier versions beside it. */
export default function DeskAssessment({ loaderData: { asked, assessment } }: Route.ComponentProps) {
  const all = useWords(assessmentWords);
  const { kinds } = useWords(standardWords);
  const { desk: words } = all;
  const locale = useLocale();
  const { id, unit, year, path, shown, edition, sections, musts, rounds, status } = assessment;
  const said = new Map(shown.rows.map((row) => [row.ruleId, row]));
  const rules = rulesOf(edition).filter((rule) => (!asked.level || said.get(rule.id)?.level === asked.level) && (!asked.section || rule.section.id === asked.section));
  return (
    <>
      <PageHead title={`${unit} ${all.titleOf(year)}`} crumbs={[{ label: words.title, to: '/desk/self-assessments' }]} lead={status === 'correcting' ? words.correcting : undefined} beside={<StatusTag tone={status === 'submitted' ? 'good' : 'now'}>{all.statuses[status]}</StatusTag>} />
      <div className="split">
        <div>
          <KeysetTable
            page={{ rows: rules }}
            empty={{ text: words.none }}
            note={words.of(rules.length)}
            {...(rounds.length > 1 ? { tabs: rounds.map((one) => ({ label: all.home.round(one.round), to: `/desk/self-assessments/${id}?round=${one.round}`, isHere: one.round === shown.round })) } : {})}
            filters={
              <>
                {asked.round ? <input type="hidden" name="round" value={asked.round} /> : null}
                <PickBox name="section" label={all.sheet.section} value={asked.section} options={edition.sections.map((section) => ({ value: section.id, label: all.form.here(section.id, inLanguage(section, locale)) }))} />
                <PickBox name="level" label={words.levelFilter} value={asked.level} options={levels.map((level) => ({ value: level, label: all.levels[level] }))} />
              </>
            }
            columns={[
              { name: 'rule', title: words.rule, place: 'main', show: (rule) => <><b>{rule.id}</b> {kinds[rule.kind]}<small>{inLanguage(rule, locale)}</small></> },
              { name: 'level', title: words.level, place: 'state', show: (rule) => { const level = said.get(rule.id)?.level; return level ? <StatusTag tone={tones[level]}>{all.levels[level]}</StatusTag> : all.noScore; } },
              { name: 'reason', title: words.reason, place: 'wide', show: (rule) => said.get(rule.id)?.reason || all.noScore },
              { name: 'evidence', title: words.evidence, show: (rule) => said.get(rule.id)?.evidence.map((piece) => piece.title).join(locale === 'en' ? '; ' : '；') || words.noEvidence },
            ]}
          />
        </div>
        <div>
          <Pane title={words.radar}>
            <Radar axes={sections.map(({ id: section, score }, at) => ({ id: section, score, name: inLanguage(edition.sections[at]!, locale) }))} words={{ label: all.radar.label, now: all.radar.now }} />
            <Facts
              items={[
                { name: words.score, value: shown.score?.toFixed(1) ?? all.noScore },
                { name: words.musts, value: musts.length === 0 ? '0' : `${musts.length}（${musts.join(' ')}）` },
                { name: words.place, value: path.join(' ') },
                { name: words.edition, value: inLanguage(edition, locale) },
                { name: words.at, value: `${shortTime(shown.submittedAt, locale)} · ${shown.submittedByName}` },
                ...(shown.reason ? [{ name: all.home.reason, value: shown.reason }] : []),
                { name: words.hash, value: <code>{shown.hash}</code> },
              ]}
            />
          </Pane>
          <Pane title={words.rounds}>
            <Facts
              items={rounds.map((one) => ({
                name: all.home.round(one.round),
                value: <>{one.score === null ? all.noScore : all.points(one.score.toFixed(1))} · {shortTime(one.submittedAt, locale)} · {one.submittedByName}{one.reason ? <><br />{one.reason}</> : null}</>,
              }))}
            />
          </Pane>
        </div>
      </div>
    </>
  );
}
