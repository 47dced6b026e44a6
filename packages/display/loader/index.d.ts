// The tags' types.
import '../dist/types/components.js';

/** Registers each element once it is on the page, now or later: its code is fetched then. Answers the way to stop looking. */
export declare function defineCustomElements(root?: Element): () => void;
