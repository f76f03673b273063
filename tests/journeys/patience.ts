/** 耐心: how long anything in a story may take before it counts as not happening; nobody waits longer than it takes. */
export const patience = 45_000;
