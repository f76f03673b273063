/** 待交出的信: what a provider gets. `key` is the same however often the same letter is tried. */
export type Outgoing = {
  key: string;
  to: string;
  subject: string;
  text: string;
  kind: string;
  params: Record<string, string | number>;
  /** The page on which this kind of letter is turned off, where it may be. */
  settings?: string;
};

/** 结果: taken; refused (for good, or for now); or nobody knows whether it went. The reason is a code, never an address. */
export type Outcome =
  | { is: 'accepted'; reference: string }
  | { is: 'refused'; isFinal: boolean; reason: string }
  | { is: 'unknown'; reason: string };

/** 服务商: one way to hand a letter over. */
export type Provider = { name: string; send: (letter: Outgoing) => Promise<Outcome> };
