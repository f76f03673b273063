import { data, redirect } from 'react-router';
import { type Verdict, verifyHash, verifyPaper } from '#app/domain/base/records/find-anchor.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { verifyWords } from '#app/i18n/verify.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { type Problem, readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { Statement } from '../statement.tsx';
import { VerdictBox } from './verdict-box.tsx';
import type { Route } from './+types/verify.ts';

type Answer = Problem & { verdict?: Verdict };

/** A code on paper is short; a fingerprint is 64 characters long; a certificate says so in its number. */
async function lookUp(ctx: Ctx, typed: string): Promise<Answer | Response> {
  const plain = typed.replace(/\s/g, '');
  if (/^[0-9a-f]{64}$/i.test(plain)) return { verdict: await verifyHash(ctx, plain) };
  if (/^TY/i.test(plain)) return redirect(`/certificates/${encodeURIComponent(plain.toUpperCase())}`);
  if (plain.replaceAll('-', '').length === 12) return redirect(`/receipts/${tidyCode(plain)}`);
  throw new Refusal('verify-what', 400);
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  return { q, answer: q ? await told(() => lookUp(context.get(ctxKey), q)) : {} };
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const file = form?.get('file');
  const answer = await told(async () => {
    if (!form) throw new Refusal('form-unreadable', 400);
    if (!(file instanceof File) || file.size === 0) throw new Refusal('verify-what', 400);
    return { verdict: await verifyPaper(ctx, Buffer.from(await file.arrayBuffer())) };
  });
  return data(answer, answer.refusal ? 400 : 200);
}

/** What was found, or why not, in this answer; where another page answers better, the way there. */
async function told(ask: () => Promise<Answer | Response>): Promise<Answer> {
  try {
    const answer = await ask();
    if (answer instanceof Response) throw answer;
    return answer;
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code };
    throw error;
  }
}

/** 核验 for everybody: two plain forms. */
export default function VerifyPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(verifyWords);
  const locale = useLocale();
  const { refusal, verdict } = actionData ?? loaderData.answer;
  const form = { required: words.required, optional: words.optional };
  return (
    <Statement words={words}>
      {refusal ? <Callout kind="bad">{refusalSentence(refusal, locale)}</Callout> : null}
      {verdict ? <VerdictBox verdict={verdict} /> : null}
      <div className="row" style={{ alignItems: 'stretch' }}>
        <form method="get" className="card narrow">
          <TextField id="q" label={words.code} hint={words.codeHint} words={form} defaultValue={loaderData.q} input={{ maxLength: 80, autoComplete: 'off', spellCheck: false }} />
          <p>
            <Button kind="quiet">{words.codeGo}</Button>
          </p>
        </form>
        <form method="post" encType="multipart/form-data" className="card narrow">
          <UploadField id="file" label={words.file} hint={words.fileHint} words={form} choose={words.fileChoose} rule={words.fileRule} accept=".pdf,.json,.jpg,.jpeg,.png,.webp,.heic,.heif" />
          <p>
            <Button>{words.fileGo}</Button>
          </p>
        </form>
      </div>
      <p className="row" style={{ marginTop: 24 }}>
        <a href="/verify-certificate">{words.certificates}</a>
        <a href="/records/roots">{words.roots}</a>
      </p>
    </Statement>
  );
}
