/** Hits as they compare with others. */
import type { Hit } from '../../src/index/search.js';

/** With its terms, which a hit works out when they are asked for. */
export const read = ({ kind, id, score, terms }: Hit): Hit => ({ kind, id, score, terms });
