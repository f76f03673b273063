import type { ReactNode } from 'react';
import type { FieldWords } from './words.ts';

export type FieldFrame = {
  id: string;
  label: ReactNode;
  words: FieldWords;
  name?: string;
  number?: string;
  hint?: ReactNode;
  required?: boolean;
  error?: string | undefined;
  known?: string | undefined;
  saved?: string | undefined;
};

/** 读屏的说明：提示、错误、来源各有编号 what describes a control: hint, error, source. */
export function describedBy(frame: FieldFrame) {
  const ids = [
    frame.hint && `${frame.id}-hint`,
    frame.error && `${frame.id}-error`,
    (frame.known ?? frame.saved) && `${frame.id}-note`,
  ];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** 控件上的编号、名字、是否必填、是否有错 the attributes every control carries. */
export function controlOf(frame: FieldFrame) {
  return {
    id: frame.id,
    name: frame.name ?? frame.id,
    className: frame.known ? 'in known' : 'in',
    'aria-describedby': describedBy(frame),
    'aria-invalid': frame.error ? true : undefined,
    'aria-required': frame.required || undefined,
  };
}

/** 必填或选填，写成字 required or optional, said in words. */
export function LabelWords({ frame }: { frame: FieldFrame }) {
  return (
    <>
      {frame.number ? <><span className="q">{frame.number}</span> </> : null}
      {frame.label}{' '}
      <span className={frame.required ? 'req' : 'opt'}>
        {frame.required ? frame.words.required : frame.words.optional}
      </span>
    </>
  );
}

export function FieldHint({ frame }: { frame: FieldFrame }) {
  return frame.hint ? (
    <p className="hint" id={`${frame.id}-hint`}>
      {frame.hint}
    </p>
  ) : null;
}

/** 控件下面：错在哪、怎么改；已知内容的来源；何时保存 below the control: error, source, saved. */
export function FieldNotes({ frame }: { frame: FieldFrame }) {
  const note = frame.known ?? frame.saved;
  return (
    <>
      {frame.error ? (
        <p className="errline" id={`${frame.id}-error`}>
          {frame.error}
        </p>
      ) : null}
      {note ? (
        <p className={frame.known ? 'from' : 'savedline'} id={`${frame.id}-note`}>
          {note}
        </p>
      ) : null}
    </>
  );
}

/** 一项：标签、提示、控件、错误、来源 one field: label, hint, control, error, source. */
export function Field({ frame, short, children }: { frame: FieldFrame; short?: boolean; children: ReactNode }) {
  return (
    <div className={short ? 'field short' : 'field'}>
      <label htmlFor={frame.id}>
        <LabelWords frame={frame} />
      </label>
      <FieldHint frame={frame} />
      {children}
      <FieldNotes frame={frame} />
    </div>
  );
}
