const pairs: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const han = '[\\u4e00-\\u9fff）〕》”]';

/** 全角标点：数据里的半角标点，显示中文时换成全角；数字和英文里的不动 full-width punctuation for Chinese text that arrives with half-width marks. */
export function fullWidth(text: string): string {
  return text
    .replace(new RegExp(`(?<=${han})[,;:?!]|[,;:?!](?=[\\u4e00-\\u9fff])`, 'g'), (mark) => pairs[mark] ?? mark)
    .replace(/\(([^()]*[\u4e00-\u9fff][^()]*)\)/g, '（$1）');
}
