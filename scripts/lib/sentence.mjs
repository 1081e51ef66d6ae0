/** A failure a person can act on: its message is the whole story, so no stack is shown. */
export class Sentence extends Error {}
