import type { Kept, Notebook } from './notebook.ts';

/** What a screen of an unlocked phone may ask of the app. */
export type App = {
  book: Notebook;
  /** Shows another place of the app, or the same anew. */
  go: (path: string) => void;
  redraw: () => void;
  lock: () => Promise<void>;
  /** Sends one walk, or all of them. */
  sync: (walkId?: string) => Promise<void>;
  syncing: { share: number; said: string; walkId: string };
  /** The picture whose sentence is being written: it is not sent meanwhile. */
  held: number | null;
  /** Another walk onto this phone; a sentence when that did not work. */
  take: (code: string) => Promise<string>;
};

/** 一屏 about one walk. */
export type Screen = (app: App, kept: Kept, of: string) => HTMLElement[];
