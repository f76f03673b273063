import type { getSolicitation } from '#app/domain/children/solicitations/read.ts';
import { isWritten, type Kind } from '#app/domain/children/solicitations/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useWords } from '#app/i18n/pair.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { layers } from '#app/platform/ctx.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { consultingWords } from '#app/i18n/consulting.ts';

type Loaded = Awaited<ReturnType<typeof getSolicitation>>;

/** 录入纸质作品, for a child without a phone. */
export function PaperForm({ kind, problem }: { kind: Kind; problem: Problem | undefined }) {
  const { paper: words, ...all } = useWords(solicitationsWords);
  const { form } = useWords(applyWords);
  const { sheet } = useWords(consultingWords);
  const isOwn = problem?.given?.deed === 'paper';
  const given = (name: string) => (isOwn ? String(problem?.given?.[name] ?? '') : '');
  const error = (name: string) => (isOwn ? problem?.fields?.[name]?.[0] : undefined);
  return (
    <details className="box" open={isOwn}>
      <summary>{words.title}</summary>
      <p className="note">{words.lead}</p>
      <form method="post" encType="multipart/form-data" className="stacked narrow" noValidate>
        <TextField id="title" label={words.workTitle} words={form} required defaultValue={given('title')} error={error('title')} input={{ maxLength: 40, autoComplete: 'off' }} />
        <TextField id="penName" label={words.penName} words={form} defaultValue={given('penName')} error={error('penName')} input={{ maxLength: 12, autoComplete: 'off' }} />
        <ChoiceField id="layer" label={words.layer} words={form} required choices={layers.map((layer) => ({ value: layer, label: all.layers[layer] }))} defaultValue={given('layer') || 'primary'} error={error('layer')} />
        <LongTextField id="text" label={words.text} words={form} required={isWritten(kind)} rows={5} limit={2000} defaultValue={given('text')} error={error('text')} />
        <UploadField id="picture" label={words.file} words={form} required={!isWritten(kind)} accept="image/*" choose={sheet.choose} rule="" />
        <TickField id="licensed" label={words.licensed} words={form} />
        <p className="row"><Button name="deed" value="paper">{words.enter}</Button></p>
      </form>
    </details>
  );
}

/** 评委: who judges, how far each is, and one more. */
export function JuryBlock({ jurors, isOpen }: { jurors: Loaded['jurors']; isOpen: boolean }) {
  const { jury: words } = useWords(solicitationsWords);
  const { form } = useWords(applyWords);
  return (
    <section id="jury">
      <h2>{words.title}</h2>
      <p className="note">{words.lead}</p>
      {jurors.length === 0 ? <p className="note">{words.none}</p> : (
        <DataTable
          caption={words.title} rows={jurors} keyOf={(juror) => juror.id}
          columns={[
            { head: words.name, isName: true, cell: (juror) => <>{juror.name} <span className="small muted">{juror.role}</span></> },
            { head: words.title, cell: (juror) => (juror.removedAt ? words.removed : juror.declaredAt ? [words.declared, words.marks(juror.marks), words.conflicts(juror.conflicts)].join(' · ') : words.notDeclared) },
            { head: words.remove, cell: (juror) => (juror.removedAt || !isOpen ? '—' : (
              <form method="post" className="row close">
                <input type="hidden" name="juror" value={juror.id} />
                <input className="in short" name="reason" required maxLength={300} aria-label={words.reason} placeholder={words.reason} />
                <Button kind="quiet" small name="deed" value="remove">{words.remove}</Button>
              </form>
            )) },
          ]}
        />
      )}
      {isOpen ? (
        <form method="post" className="grid2" noValidate>
          <TextField id="name" label={words.name} words={form} required input={{ maxLength: 40, autoComplete: 'off' }} />
          <TextField id="role" label={words.role} hint={words.roleHint} words={form} required input={{ maxLength: 40, autoComplete: 'off' }} />
          <p className="row"><Button kind="quiet" name="deed" value="invite">{words.invite}</Button></p>
        </form>
      ) : null}
    </section>
  );
}

/** 评定: the jury's means before the officer, best first; prizes and the reason are theirs. */
export function DecideForm({ solicitation, works, standings, ballots }: Loaded) {
  const { decide: words, works: of } = useWords(solicitationsWords);
  const { form } = useWords(applyWords);
  const work = (id: string) => works.find((one) => one.id === id)!;
  return (
    <section id="decide">
      <h2>{words.title}</h2>
      <p className="note">{words.lead} {words.ballots(ballots)}</p>
      <form method="post" noValidate>
        {standings.map(({ id, number, mean, count }) => (
          <div key={id} className="card">
            <p><b>{of.number(number)}</b> {work(id).title} <span className="muted">{mean === null ? words.few : words.score(mean.toFixed(1), count)}</span></p>
            {work(id).notes.length > 0 ? <p className="small muted">{of.notes}：{work(id).notes.join('；')}</p> : null}
            <SelectField id={`prize-${id}`} label={words.prize} words={form} blank={words.noPrize} choices={solicitation.prizes.map(({ name, places }) => ({ value: name, label: `${name}（${places}）` }))} />
          </div>
        ))}
        <LongTextField id="note" label={words.note} words={form} required rows={3} limit={600} />
        <p className="row"><Button name="deed" value="decide">{words.decide}</Button></p>
      </form>
    </section>
  );
}

/** 取消征集. */
export function CallOff() {
  const { callOff: words } = useWords(solicitationsWords);
  const { form } = useWords(applyWords);
  return (
    <details className="box">
      <summary>{words.title}</summary>
      <form method="post" className="stacked narrow" noValidate>
        <LongTextField id="reason" label={words.reason} hint={words.lead} words={form} required rows={2} limit={300} />
        <p className="row"><Button kind="quiet" name="deed" value="call-off">{words.do}</Button></p>
      </form>
    </details>
  );
}
