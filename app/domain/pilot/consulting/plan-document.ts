import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { getRegion, regionPath } from '#app/domain/base/regions/read.ts';
import { paperAs, type PaperPage, type PaperPart } from '#app/domain/pilot/panels/paper.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime, shortDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { progressOf } from './model.ts';
import { planSheet } from './plan-sheet.ts';
import { getPlan, type Goal, partsOf, type Plan, type Task, versionsOf } from './read.ts';

type Whole = { name: string; place: string; plan: Plan; goals: Goal[]; tasks: Task[]; signed: { version: number; reason: string; adoptedByName: string; adoptedAt: Date } | undefined; today: string };

/** 计划成文: PDF and Word for the file and the wall, Excel for whoever goes on with it in a sheet. */
export async function planDocument(ctx: Ctx, regionCode: string, format: Format): Promise<Document> {
  const plan = await getPlan(ctx, regionCode);
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const { goals, tasks } = await partsOf(ctx, plan);
  const { name } = await getRegion(officially(ctx), regionCode);
  const title = consultingWords[ctx.locale].paper.title(name);
  if (format === 'xlsx') return { name: title, format, content: await planSheet(ctx, title, tasks) };
  const place = (await regionPath(officially(ctx), regionCode)).map((step) => step.name).join(' ');
  const [signed] = await versionsOf(ctx, plan);
  const whole: Whole = { name, place, plan, goals, tasks, signed, today: beijingDay(ctx.now) };
  const pages = [pageOf(whole, 'zh-CN'), ...(ctx.locale === 'en' ? [pageOf(whole, 'en')] : [])];
  return paperAs({ name: title, title: consultingWords['zh-CN'].paper.title(name), madeOn: whole.today, pageOf: consultingWords['zh-CN'].paper.pageOf, pages }, format);
}

function pageOf({ name, place, plan, goals, tasks, signed, today }: Whole, locale: Locale): PaperPage {
  const all = consultingWords[locale];
  const { paper: words } = all;
  const { done, total } = progressOf(tasks, today);
  const groups: [string, string, Task[]][] = [
    ...goals.map((goal): [string, string, Task[]] => [goal.title, goal.measure, tasks.filter(({ goalId }) => goalId === goal.id)]),
    [words.noGoal, '', tasks.filter(({ goalId }) => goalId === null)],
  ];
  const span = `${shortDay(plan.startsOn, locale)} – ${shortDay(plan.endsOn, locale)}`;
  return {
    lang: locale === 'en' ? 'en' : 'zh', note: '', head: words.head, title: words.title(name),
    parts: [
      {
        head: '', lines: [],
        facts: [
          [words.facts.place, place], [words.facts.span, span], [words.facts.aim, plan.aim],
          [words.facts.basis, plan.basisStream && plan.basisYear ? all.basis(plan.basisStream, plan.basisYear) : all.noBasis],
          [words.facts.signed, [words.version(plan.version), ...(signed ? [`${signed.adoptedByName} ${beijingTime(signed.adoptedAt).slice(0, 16)}`, signed.reason] : []), ...(plan.version > 0 && plan.isChanged ? [words.changed] : [])].join('\n')],
          [words.facts.progress, all.plan.numbers.of(done, total)],
        ],
      },
      ...groups.filter(([, , some]) => some.length > 0).map(([head, measure, some]): PaperPart => ({
        head, lines: [], facts: [...(measure ? [[words.measure, measure] as [string, string]] : []), ...some.map((task): [string, string] => [task.title, linesOf(task, locale).join('\n')])],
      })),
    ],
    foot: [words.made(shortDay(today, locale))],
  };
}

function linesOf(task: Task, locale: Locale): string[] {
  const all = consultingWords[locale];
  const { paper: words } = all;
  const said = [task.cost === null ? '' : words.cost(all.yuan(task.cost)), task.ruleIds.length === 0 ? '' : words.rules(task.ruleIds.join(' ')), task.partner ? words.partner(task.partner) : ''].filter(Boolean);
  return [
    words.task(`${shortDay(task.startsOn, locale)} – ${shortDay(task.dueOn, locale)}`, task.owner || words.nobody, all.taskStates[task.state]),
    ...(said.length > 0 ? [said.join(locale === 'en' ? '; ' : '；')] : []), ...(task.details ? [task.details] : []), ...(task.outcome ? [words.outcome(task.outcome)] : []),
  ];
}
