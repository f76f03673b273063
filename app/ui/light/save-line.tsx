import type { ReactNode } from 'react';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline' | 'conflict';

/** 保存线：何时存的，存到秒；按钮放在里面，不能提交时写明为什么 the save line, with its buttons and why submitting waits. */
export function SaveLine({
  state,
  text,
  why,
  children,
}: {
  state: SaveState;
  text: string;
  why?: string;
  children: ReactNode;
}) {
  return (
    <div className="savebar">
      <div className="wrap">
        <output className={`st ${state}`} data-save-line="">
          {text}
        </output>
        {why === undefined ? null : (
          <span className="why" id="why-not">
            {why}
          </span>
        )}
        {children}
      </div>
    </div>
  );
}
