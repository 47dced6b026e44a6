import type { ActionAnswer } from '@florin/contract';

/** What a view answers to its next action: the body of `confirm`. */
export type AnswerEvent = CustomEvent<ActionAnswer>;
