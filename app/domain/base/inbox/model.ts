/** 消息内容: what the sentence of its kind needs: names, days, figures. */
export type Params = Record<string, string | number>;
export type Message = { id: string; kind: string; params: Params; link: string; createdAt: Date; readAt: Date | null };
