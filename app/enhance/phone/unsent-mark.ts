/** 未送达的数: the only thing of the phone the server may know before signing out; a number and nothing else. One mark for each app. */
export function unsentMark(name: 'visit-unsent' | 'walk-unsent') {
  return {
    mark(count: number): void {
      document.cookie = `${name}=${count}; Path=/; SameSite=Lax; Max-Age=${count > 0 ? 31_536_000 : 0}`;
    },
    marked: () => Number(new RegExp(`(?:^|;\\s*)${name}=(\\d+)`).exec(document.cookie)?.[1] ?? 0),
  };
}
