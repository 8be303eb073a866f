/** Former ids of rules, and what they are called now; ids never change their meaning. */
export const redirects: ReadonlyMap<string, string> = new Map();
