/** Beyond the limit the oldest choice is dropped without a word (site.md §3.2). */
export const toggleWithLimit = (chosen: number[], id: number, limit: number): number[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-limit);
