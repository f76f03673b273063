import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';
import { controlOf, Field, type FieldFrame } from './field.tsx';

export type UploadState = 'going' | 'cut' | 'done' | 'refused';
export type UploadedFile = {
  state: UploadState;
  name: string;
  line: ReactNode;
  percent?: number;
  barLabel?: string;
  actions?: ReactNode;
};

/** 一份文件：在传、断了、传好、拒收；怎样写由页面的词决定 one file: going, cut, done, refused. */
export function FileLine({ file }: { file: UploadedFile }) {
  const moving = file.state === 'going' || file.state === 'cut';
  return (
    <div className={`file ${file.state}`}>
      <span className="ic">
        <Drawing name="paper" size={40} ink="accent" />
      </span>
      <div>
        <b>{file.name}</b>
        <p role={file.state === 'refused' ? 'alert' : undefined}>{file.line}</p>
      </div>
      {file.actions ? <span className="act">{file.actions}</span> : null}
      {moving && file.percent !== undefined ? (
        <progress
          className={file.state === 'cut' ? 'bar cut' : 'bar'}
          max="100"
          value={file.percent}
          aria-label={file.barLabel ?? file.name}
        />
      ) : null}
    </div>
  );
}

/** 上传：没有脚本也能用的文件框，下面是已有的文件 a file box that works without script, with its files below. */
export function UploadField({
  accept,
  choose,
  rule,
  files = [],
  multiple,
  marks,
  ...frame
}: FieldFrame & {
  accept: string;
  choose: string;
  rule: string;
  files?: UploadedFile[];
  multiple?: boolean;
  marks?: Record<`data-${string}`, string>;
}) {
  const { className: _, ...control } = controlOf(frame);
  return (
    <Field frame={frame}>
      <div className="up" {...marks}>
        <Drawing name="picture" size={64} ink="ink-2" />
        <div>
          <input type="file" accept={accept} multiple={multiple} {...control} />
          <label className="btn quiet small" htmlFor={frame.id}>
            {choose}
          </label>
          <p className="rule-line">{rule}</p>
        </div>
      </div>
      {files.map((file, index) => (
        <FileLine key={index} file={file} />
      ))}
    </Field>
  );
}
