/** 走访状态: open for sign-up, sign-up over, walked, called off. */
export const roundStates = ['open', 'closed', 'walked', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];

/** 走访报名: has a seat, waits for one, or gave it back. */
export const signUpStates = ['seated', 'waiting', 'left'] as const;

/** 一条发现的照片: so many at most. */
export const mostPhotos = 3;
