/** Why there is no copy without metadata. */
export type Obstacle = 'no-way' | 'password' | 'embedded' | 'damaged' | 'too-much';

/** A copy cannot be made, or not vouched for. */
export class Unstrippable extends Error {
  override readonly name = 'Unstrippable';

  constructor(readonly obstacle: Obstacle) {
    super(obstacle);
  }
}

/** Text of a document, for a search; `whole` is false where it was cut at the limit. */
export interface DocumentText {
  readonly text: string;
  readonly whole: boolean;
}

/** What came out of looking through a document. */
export interface DocumentOutcome {
  /** null = the copy is made. */
  readonly obstacle: Obstacle | null;
  /** null where none can be had: a picture, a kind that is not read, or one that does not hold together. */
  readonly text: DocumentText | null;
}

/** Most characters of a text that is kept. */
export const MOST_TEXT = 200_000;
