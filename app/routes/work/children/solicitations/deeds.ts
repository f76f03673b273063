import { data } from 'react-router';
import { decidePrizes } from '#app/domain/children/solicitations/decide.ts';
import { enterPaperWork } from '#app/domain/children/solicitations/hand-in.ts';
import { DecideInput, JurorInput, PaperWorkInput, ReasonInput, SolicitationInput } from '#app/domain/children/solicitations/input.ts';
import { inviteJuror, removeJuror } from '#app/domain/children/solicitations/jury.ts';
import { endLicence, licenseWork } from '#app/domain/children/solicitations/licence.ts';
import { callOffSolicitation, publishSolicitation, saveSolicitation } from '#app/domain/children/solicitations/write-solicitation.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answer, type Problem, readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';

type Told = { told: { paper?: { number: number; plate: string }; link?: string } };

/** 征集页上的各种办理, each by the name of its button; what is told once (a plate, a juror's link) comes back with the page. */
export async function solicitationDeed(ctx: Ctx, id: string, request: Request) {
  const form = await readForm(request.clone());
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const said = (name: string) => String(form.get(name) ?? '');
  switch (said('deed')) {
    case 'save':
    case 'publish':
      return answer(ctx, request, SolicitationInput, async (input) => {
        await saveSolicitation(ctx, id, Number(said('revision')), input);
        if (said('deed') === 'publish') await publishSolicitation(ctx, id);
        return 'done' as const;
      });
    case 'paper':
      return answer(ctx, request, PaperWorkInput, async (input): Promise<Told> => {
        const { number, plate } = await enterPaperWork(ctx, id, input, await pictureOf(form));
        return { told: { paper: { number, plate } } };
      });
    case 'invite':
      return answer(ctx, request, JurorInput, async (input): Promise<Told> => ({ told: { link: `${new URL(request.url).origin}/jury/${await inviteJuror(ctx, id, input)}` } }));
    case 'remove':
      return answer(ctx, request, ReasonInput, async ({ reason }) => done(removeJuror(ctx, id, said('juror'), reason)));
    case 'call-off':
      return answer(ctx, request, ReasonInput, async ({ reason }) => done(callOffSolicitation(ctx, id, reason)));
    case 'decide':
      return answer(ctx, request, DecideInput, async ({ note }) => {
        const prizes = [...form].flatMap(([name, prize]): [string, string][] => (name.startsWith('prize-') && typeof prize === 'string' ? [[name.slice(6), prize]] : []));
        return done(decidePrizes(ctx, id, new Map(prizes), note));
      });
    default:
      return refused(() => (said('deed') === 'license' ? licenseWork(ctx, id, said('work')) : endLicence(ctx, id, said('work'))));
  }
}

async function done(deed: Promise<unknown>): Promise<'done'> {
  await deed;
  return 'done';
}

async function refused(run: () => Promise<void>) {
  try {
    return await done(run());
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

/** 表单里的图; an empty field is none. */
export async function pictureOf(form: FormData): Promise<Buffer | undefined> {
  const file = form.get('picture');
  return file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
}
