import { allow } from '#app/domain/base/accounts/access.ts';
import { isId } from '#app/platform/is-id.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { DefinitionInput, type StartInput } from './input.ts';
import { findInstrument } from './instruments.ts';
import type { Definition } from './model.ts';
import { getSurvey } from './read.ts';
import { surveys } from './tables.server.ts';

type Origin = { definition: Definition; instrument: string; instrumentVersion: number };

/** 新建问卷: a copy of an instrument of the programme or of a survey that lies in one's own region. */
export function startSurvey(ctx: Ctx, regionCode: string, { from, title }: StartInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'survey.edit', { regionCode });
    return keep(tx, regionCode, await originOf(tx, regionCode, from), title);
  });
}

/** 导入问卷 out of a file that this system, or somebody by hand, wrote. */
export function importSurvey(ctx: Ctx, regionCode: string, text: string): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'survey.edit', { regionCode });
    const parsed = DefinitionInput.safeParse(jsonIn(text));
    if (!parsed.success) throw new Refusal('survey-file-unreadable', 400);
    return keep(tx, regionCode, { definition: parsed.data, instrument: '', instrumentVersion: 0 }, '');
  });
}

async function originOf(ctx: Ctx, regionCode: string, from: string): Promise<Origin> {
  const instrument = findInstrument(from);
  if (instrument) return { definition: instrument.definition, instrument: instrument.id, instrumentVersion: instrument.version };
  if (!isId(from)) throw new Refusal('survey-not-found', 404);
  const { draft, instrument: name, instrumentVersion } = await getSurvey(ctx, regionCode, from);
  return { definition: draft, instrument: name, instrumentVersion };
}

async function keep(tx: Parameters<Parameters<typeof change>[1]>[0], regionCode: string, { definition, ...origin }: Origin, title: string): Promise<string> {
  const draft = title ? { ...definition, title: { ...definition.title, zh: title } } : definition;
  const [row] = await tx.db
    .insert(surveys)
    .values({ countyCode: countyCode(regionCode), regionCode, audience: draft.audience, draft, ...origin, madeByName: tx.actor.name, madeAt: tx.now })
    .returning({ id: surveys.id });
  await tx.record('survey.started', { id: row!.id, regionCode }, { title: draft.title.zh, audience: draft.audience, instrument: origin.instrument });
  return row!.id;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
