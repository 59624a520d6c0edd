/** Whether a value of one type may stand where the other is asked for. */
export type Accepts<Asked, Given> = [Given] extends [Asked] ? true : false;

/** Fails to compile when the claim does not hold. */
export type Claim<Holds extends boolean, Answer extends Holds> = Answer;
